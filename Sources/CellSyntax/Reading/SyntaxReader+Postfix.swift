internal import SwiftSyntax

extension SyntaxReader {
  /// `base.name`, with generic arguments where the caller saw some.
  func member(
    _ node: MemberAccessExprSyntax, _ generics: [TypeNode], hasChain: inout Bool
  ) -> Expression {
    let place = range(of: node)
    let base = node.base.map { expression($0, hasChain: &hasChain) }
    return Expression(.member(base, name(node.declName), generics), place)
  }

  func specialized(
    _ node: GenericSpecializationExprSyntax, hasChain: inout Bool
  ) -> Expression {
    let place = range(of: node)
    let arguments = genericArguments(node.genericArgumentClause)
    if let member = node.expression.as(MemberAccessExprSyntax.self) {
      return self.member(member, arguments, hasChain: &hasChain)
    }
    guard let reference = node.expression.as(DeclReferenceExprSyntax.self) else {
      unsupported("generic arguments here are", node)
      return Expression(.error, place)
    }
    return Expression(.name(name(reference), arguments), place)
  }

  func call(_ node: FunctionCallExprSyntax, hasChain: inout Bool) -> Expression {
    let function = expression(node.calledExpression, hasChain: &hasChain)
    var arguments = self.arguments(node.arguments)
    appendTrailing(node.trailingClosure, node.additionalTrailingClosures, to: &arguments)
    return Expression(.call(function, arguments), range(of: node))
  }

  func arguments(_ list: LabeledExprListSyntax) -> [Argument] {
    list.map { Argument(label: $0.label?.name, value: expression($0.expression)) }
  }

  func appendTrailing(
    _ first: ClosureExprSyntax?, _ others: MultipleTrailingClosureElementListSyntax,
    to arguments: inout [Argument]
  ) {
    if let first {
      let value = Expression(.closure(closure(first)), range(of: first))
      arguments.append(Argument(label: nil, value: value, isTrailingClosure: true))
    }
    for other in others {
      let value = Expression(.closure(closure(other.closure)), range(of: other.closure))
      let label = other.label.text == "_" ? nil : other.label.name
      arguments.append(Argument(label: label, value: value, isTrailingClosure: true))
    }
  }

  func closure(_ node: ClosureExprSyntax) -> ClosureExpression {
    shorthandCounts.append(0)
    let signature = node.signature
    var parameters: [ClosureExpression.Parameter]?
    switch signature?.parameterClause {
    case .simpleInput(let list):
      parameters = list.map {
        .init(name: $0.name.name, type: nil, isInout: false, range: range(of: $0.name))
      }
    case .parameterClause(let clause):
      parameters = clause.parameters.map {
        let name = $0.secondName ?? $0.firstName
        let (type, isInout, _) = parameterType($0.type)
        return .init(name: name.name, type: type, isInout: isInout, range: range(of: name))
      }
    case nil: break
    case .some(let clause): unsupported("these parameters are", clause)
    }
    let captures = (signature?.capture?.items).map { $0.map(capture) } ?? []
    if let effects = signature?.effectSpecifiers, let asynchronous = effects.asyncSpecifier {
      unsupported("'async' is", asynchronous)
    }
    let body = statements(node.statements)
    let count = shorthandCounts.removeLast()
    return ClosureExpression(
      captures: captures, parameters: parameters, shorthandCount: parameters == nil ? count : 0,
      result: signature?.returnClause.map { type($0.type) },
      isThrowing: signature?.effectSpecifiers?.throwsClause != nil, body: body)
  }

  private func capture(_ node: ClosureCaptureSyntax) -> ClosureExpression.Capture {
    let place = range(of: node.name)
    let value =
      node.initializer.map { expression($0.value) }
      ?? Expression.named(node.name.name, at: place)
    return .init(
      name: node.name.name, value: value,
      isWeak: node.specifier?.specifier.tokenKind == .keyword(.weak),
      isUnowned: node.specifier?.specifier.tokenKind == .keyword(.unowned))
  }

  func keyPath(_ node: KeyPathExprSyntax) -> Expression {
    var components: [KeyPathComponent] = []
    for component in node.components {
      switch component.component {
      case .property(let property):
        components.append(.property(property.declName.baseName.name, range(of: property)))
      case .subscript(let node): components.append(.subscript(arguments(node.arguments)))
      case .optional(let node):
        components.append(
          node.questionOrExclamationMark.tokenKind == .exclamationMark ? .force : .optionalChain)
      default: unsupported("methods in key paths are", component)
      }
    }
    return Expression(.keyPath(node.root.map { type($0) }, components), range(of: node))
  }
}
