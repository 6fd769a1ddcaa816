package import SwiftSyntax

extension SyntaxReader {
  /// A type.
  package func type(_ node: TypeSyntax) -> TypeNode {
    nested(node, fallback: TypeNode(.error, range(of: node))) { typeWithoutGuard(node) }
  }

  private func typeWithoutGuard(_ node: TypeSyntax) -> TypeNode {
    let place = range(of: node)
    func make(_ kind: TypeNode.Kind) -> TypeNode { TypeNode(kind, place) }

    switch node.as(TypeSyntaxEnum.self) {
    case .identifierType(let node):
      if node.name.text == "_" { return make(.inferred) }
      return make(.name(node.name.name, genericArguments(node.genericArgumentClause)))
    case .memberType(let node):
      return make(
        .member(type(node.baseType), node.name.name, genericArguments(node.genericArgumentClause)))
    case .arrayType(let node): return make(.array(type(node.element)))
    case .dictionaryType(let node): return make(.dictionary(type(node.key), type(node.value)))
    case .optionalType(let node): return make(.optional(type(node.wrappedType)))
    case .implicitlyUnwrappedOptionalType(let node): return make(.implicit(type(node.wrappedType)))
    case .tupleType(let node):
      if let only = node.elements.first, node.elements.count == 1, only.firstName == nil {
        return type(only.type)
      }
      return make(
        .tuple(
          node.elements.map {
            .init(
              label: $0.firstName.flatMap { $0.text == "_" ? nil : $0.name }, type: type($0.type))
          }))
    case .functionType(let node):
      if let asynchronous = node.effectSpecifiers?.asyncSpecifier {
        unsupported("'async' is", asynchronous)
      }
      let parameters = node.parameters.map { element in
        let (type, isInout, _) = parameterType(element.type)
        return TypeNode.Parameter(
          type: type ?? TypeNode(.error, range(of: element)),
          isInout: isInout || element.inoutKeyword != nil)
      }
      return make(
        .function(
          parameters, type(node.returnClause.type),
          isThrowing: node.effectSpecifiers?.throwsClause != nil))
    case .someOrAnyType(let node):
      let constraint = type(node.constraint)
      return make(
        node.someOrAnySpecifier.tokenKind == .keyword(.some)
          ? .opaque(constraint) : .existential(constraint))
    case .compositionType(let node): return make(.composition(node.elements.map { type($0.type) }))
    case .metatypeType(let node): return make(.metatype(type(node.baseType)))
    case .attributedType(let node): return attributed(node)
    case .classRestrictionType: return make(.name("AnyObject", []))
    case .suppressedType(let node): unsupported("noncopyable types are", node)
    case .inlineArrayType(let node): unsupported("inline arrays are", node)
    case .packElementType, .packExpansionType:
      // Told where the pack is declared.
      if !hasRefusedPacks { unsupported("parameter packs are", node) }
    case .missingType: break
    case .namedOpaqueReturnType: unsupported("this type is", node)
    @unknown default: unsupported("this type is", node)
    }
    return make(.error)
  }

  /// The type of a parameter, with what its attributes say.
  func parameterType(_ node: TypeSyntax?) -> (type: TypeNode?, isInout: Bool, isAutoclosure: Bool) {
    guard let node else { return (nil, false, false) }
    guard let attributed = node.as(AttributedTypeSyntax.self) else {
      return (type(node), false, false)
    }
    let isInout = attributed.specifiers.contains {
      $0.as(SimpleTypeSpecifierSyntax.self)?.specifier.tokenKind == .keyword(.inout)
    }
    let isAutoclosure = attributed.attributes.contains {
      $0.as(AttributeSyntax.self)?.attributeName.trimmedDescription == "autoclosure"
    }
    return (self.attributed(attributed), isInout, isAutoclosure)
  }

  /// A type with attributes, of which one matters: `@Sendable`.
  private func attributed(_ node: AttributedTypeSyntax) -> TypeNode {
    let base = type(node.baseType)
    let isConcurrent = node.attributes.contains {
      $0.as(AttributeSyntax.self)?.attributeName.trimmedDescription == "Sendable"
    }
    return isConcurrent ? TypeNode(.concurrent(base), range(of: node)) : base
  }

  func genericArguments(_ clause: GenericArgumentClauseSyntax?) -> [TypeNode] {
    guard let clause else { return [] }
    return clause.arguments.map { argument in
      switch argument.argument {
      case .type(let node): return type(node)
      case .expr(let node):
        unsupported("value generics are", node)
        return TypeNode(.error, range(of: node))
      @unknown default: return TypeNode(.error, range(of: argument))
      }
    }
  }

  func generics(
    _ clause: GenericParameterClauseSyntax?, _ requirements: GenericWhereClauseSyntax?
  ) -> GenericClause {
    var result = GenericClause()
    for parameter in clause?.parameters ?? [] {
      if let specifier = parameter.specifier {
        unsupported("parameter packs are", specifier)
        hasRefusedPacks = true
      }
      result.parameters.append((parameter.name.name, parameter.inheritedType.map { type($0) }))
    }
    result.requirements += self.requirements(clause?.genericWhereClause)
    result.requirements += self.requirements(requirements)
    return result
  }

  func requirements(_ clause: GenericWhereClauseSyntax?) -> [GenericClause.Requirement] {
    var result: [GenericClause.Requirement] = []
    for requirement in clause?.requirements ?? [] {
      switch requirement.requirement {
      case .conformanceRequirement(let node):
        result.append(.conformance(type(node.leftType), type(node.rightType)))
      case .sameTypeRequirement(let node):
        guard case .type(let left) = node.leftType, case .type(let right) = node.rightType else {
          unsupported("this requirement is", node)
          continue
        }
        result.append(.same(type(left), type(right)))
      case .layoutRequirement(let node): unsupported("layout requirements are", node)
      @unknown default: unsupported("this requirement is", requirement)
      }
    }
    return result
  }

  /// The type that an expression spells, such as `[Int]` or `Int?`; `nil` when it spells none.
  func typeNode(fromExpression node: ExprSyntax) -> TypeNode? {
    let place = range(of: node)
    func make(_ kind: TypeNode.Kind) -> TypeNode { TypeNode(kind, place) }

    switch node.as(ExprSyntaxEnum.self) {
    case .typeExpr(let node): return type(node.type)
    case .declReferenceExpr(let node) where node.argumentNames == nil:
      return make(.name(node.baseName.name, []))
    case .genericSpecializationExpr(let node):
      guard let base = typeNode(fromExpression: node.expression) else { return nil }
      let arguments = genericArguments(node.genericArgumentClause)
      switch base.kind {
      case .name(let name, _): return make(.name(name, arguments))
      case .member(let parent, let name, _): return make(.member(parent, name, arguments))
      default: return nil
      }
    case .memberAccessExpr(let node):
      guard let base = node.base.flatMap(typeNode(fromExpression:)) else { return nil }
      return make(.member(base, node.declName.baseName.name, []))
    case .arrayExpr(let node):
      guard node.elements.count == 1, let only = node.elements.first,
        let element = typeNode(fromExpression: only.expression)
      else { return nil }
      return make(.array(element))
    case .dictionaryExpr(let node):
      guard case .elements(let elements) = node.content, elements.count == 1,
        let only = elements.first, let key = typeNode(fromExpression: only.key),
        let value = typeNode(fromExpression: only.value)
      else { return nil }
      return make(.dictionary(key, value))
    case .optionalChainingExpr(let node):
      return typeNode(fromExpression: node.expression).map { make(.optional($0)) }
    case .infixOperatorExpr(let node): return functionType(node)
    case .tupleExpr(let node):
      var elements: [TypeNode.Element] = []
      for element in node.elements {
        guard let type = typeNode(fromExpression: element.expression) else { return nil }
        elements.append(.init(label: element.label?.name, type: type))
      }
      if elements.count == 1, elements[0].label == nil { return elements[0].type }
      return make(.tuple(elements))
    default: return nil
    }
  }

  /// The type of functions that an arrow between expressions spells.
  func functionType(_ node: InfixOperatorExprSyntax) -> TypeNode? {
    guard let arrow = node.operator.as(ArrowExprSyntax.self),
      let taken = node.leftOperand.as(TupleExprSyntax.self),
      let result = typeNode(fromExpression: node.rightOperand)
    else { return nil }
    var parameters: [TypeNode.Parameter] = []
    for element in taken.elements {
      guard let type = typeNode(fromExpression: element.expression) else { return nil }
      parameters.append(.init(type: type, isInout: false))
    }
    let isThrowing = arrow.effectSpecifiers?.throwsClause != nil
    return TypeNode(.function(parameters, result, isThrowing: isThrowing), range(of: node))
  }
}
