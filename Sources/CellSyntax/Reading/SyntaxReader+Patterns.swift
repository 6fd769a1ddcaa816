internal import SwiftSyntax

extension SyntaxReader {
  /// A pattern; inside `let (a, b)` a name binds, elsewhere it is an expression to compare with.
  func pattern(_ node: PatternSyntax, binding: Bool? = nil) -> Pattern {
    nested(node, fallback: Pattern(.error, range(of: node))) {
      patternWithoutGuard(node, binding: binding)
    }
  }

  private func patternWithoutGuard(_ node: PatternSyntax, binding: Bool?) -> Pattern {
    let place = range(of: node)
    switch node.as(PatternSyntaxEnum.self) {
    case .identifierPattern(let node):
      return Pattern(.binding(node.identifier.name, isVariable: binding ?? false), place)
    case .wildcardPattern: return Pattern(.wildcard, place)
    case .tuplePattern(let node):
      let elements = node.elements.map {
        (label: $0.label?.name, pattern: pattern($0.pattern, binding: binding))
      }
      if elements.count == 1, elements[0].label == nil { return elements[0].pattern }
      return Pattern(.tuple(elements), place)
    case .valueBindingPattern(let node):
      return pattern(node.pattern, binding: node.bindingSpecifier.tokenKind == .keyword(.var))
    case .expressionPattern(let node): return pattern(node.expression, binding: binding)
    case .isTypePattern(let node): return Pattern(.isType(type(node.type)), place)
    case .missingPattern: break
    @unknown default: unsupported("this pattern is", node)
    }
    return Pattern(.error, place)
  }

  /// A pattern that the parser saw as an expression.
  func pattern(_ node: ExprSyntax, binding: Bool?) -> Pattern {
    nested(node, fallback: Pattern(.error, range(of: node))) {
      patternWithoutGuard(node, binding: binding)
    }
  }

  private func patternWithoutGuard(_ node: ExprSyntax, binding: Bool?) -> Pattern {
    let place = range(of: node)
    func make(_ kind: Pattern.Kind) -> Pattern { Pattern(kind, place) }

    switch node.as(ExprSyntaxEnum.self) {
    case .patternExpr(let node): return pattern(node.pattern, binding: binding)
    case .discardAssignmentExpr: return make(.wildcard)
    case .declReferenceExpr(let reference) where reference.argumentNames == nil:
      if let binding { return make(.binding(reference.baseName.name, isVariable: binding)) }
    case .tupleExpr(let node):
      let elements = node.elements.map {
        (label: $0.label?.name, pattern: pattern($0.expression, binding: binding))
      }
      if elements.count == 1, elements[0].label == nil { return elements[0].pattern }
      return make(.tuple(elements))
    case .optionalChainingExpr(let node):
      return make(.optional(pattern(node.expression, binding: binding)))
    case .memberAccessExpr(let node) where node.declName.argumentNames == nil:
      return make(.enumCase(node.base.map { expression($0) }, node.declName.baseName.name, nil))
    case .functionCallExpr(let call) where call.trailingClosure == nil:
      guard let callee = call.calledExpression.as(MemberAccessExprSyntax.self),
        callee.base == nil || containsPattern(Syntax(call.arguments)) || binding != nil
      else { break }
      let elements = call.arguments.map {
        (label: $0.label?.name, pattern: pattern($0.expression, binding: binding))
      }
      return make(
        .enumCase(callee.base.map { expression($0) }, callee.declName.baseName.name, elements))
    case .asExpr(let node):
      if node.questionOrExclamationMark == nil {
        return make(.cast(pattern(node.expression, binding: binding), type(node.type)))
      }
    default: break
    }
    return make(.expression(expression(node)))
  }

  private func containsPattern(_ node: Syntax) -> Bool {
    if node.is(PatternExprSyntax.self) || node.is(DiscardAssignmentExprSyntax.self) { return true }
    return node.children(viewMode: .sourceAccurate).contains(where: containsPattern)
  }
}
