internal import SwiftSyntax

extension SyntaxReader {
  /// An expression; a chain with `?` is closed here.
  func expression(_ node: ExprSyntax) -> Expression {
    var hasChain = false
    let result = expression(node, hasChain: &hasChain)
    return hasChain ? Expression(.chain(result), result.range) : result
  }

  /// An expression that may go on a chain begun inside it.
  func expression(_ node: ExprSyntax, hasChain: inout Bool) -> Expression {
    nested(node, fallback: Expression(.error, range(of: node))) {
      expressionWithoutGuard(node, hasChain: &hasChain)
    }
  }

  private func expressionWithoutGuard(_ node: ExprSyntax, hasChain: inout Bool) -> Expression {
    let place = range(of: node)
    func make(_ kind: Expression.Kind) -> Expression { Expression(kind, place) }

    switch node.as(ExprSyntaxEnum.self) {
    case .integerLiteralExpr, .floatLiteralExpr, .booleanLiteralExpr, .nilLiteralExpr,
      .stringLiteralExpr, .simpleStringLiteralExpr, .arrayExpr, .dictionaryExpr, .regexLiteralExpr,
      .macroExpansionExpr:
      return literal(node)
    case .declReferenceExpr(let node):
      noteShorthand(node.baseName.text)
      if node.baseName.tokenKind.isOperator {
        return make(.operatorFunction(OperatorUse(text: node.baseName.text, range: place)))
      }
      return make(.name(name(node), []))
    case .superExpr: return make(.name(Name(base: "super", labels: nil, range: place), []))
    case .genericSpecializationExpr(let node): return specialized(node, hasChain: &hasChain)
    case .memberAccessExpr(let node): return member(node, [], hasChain: &hasChain)
    case .functionCallExpr(let node): return call(node, hasChain: &hasChain)
    case .subscriptCallExpr(let node):
      let base = expression(node.calledExpression, hasChain: &hasChain)
      var arguments = self.arguments(node.arguments)
      appendTrailing(node.trailingClosure, node.additionalTrailingClosures, to: &arguments)
      return make(.subscript(base, arguments))
    case .forceUnwrapExpr(let node):
      return make(.force(expression(node.expression, hasChain: &hasChain)))
    case .optionalChainingExpr(let node):
      let base = expression(node.expression, hasChain: &hasChain)
      hasChain = true
      return make(.unwrapInChain(base))
    case .postfixOperatorExpr(let node):
      return make(.postfix(use(node.operator), expression(node.expression)))
    case .prefixOperatorExpr(let node): return prefix(node)
    case .infixOperatorExpr(let node): return infix(node)
    case .ternaryExpr(let node):
      return make(
        .ternary(
          expression(node.condition), expression(node.thenExpression),
          expression(node.elseExpression)))
    case .isExpr(let node): return make(.isType(expression(node.expression), type(node.type)))
    case .asExpr(let node):
      let kind: CastKind =
        switch node.questionOrExclamationMark?.tokenKind {
        case .postfixQuestionMark: .conditional
        case .exclamationMark: .forced
        default: .coerce
        }
      return make(.cast(expression(node.expression), type(node.type), kind))
    case .tryExpr(let node):
      let kind: TryKind =
        switch node.questionOrExclamationMark?.tokenKind {
        case .postfixQuestionMark: .optional
        case .exclamationMark: .forced
        default: .propagate
        }
      return make(.attempt(kind, expression(node.expression)))
    case .tupleExpr(let node):
      if let only = node.elements.first, node.elements.count == 1, only.label == nil {
        // Parentheses end a chain.
        let inner = expression(only.expression)
        return Expression(inner.kind, place)
      }
      return make(.tuple(arguments(node.elements)))
    case .closureExpr(let node): return make(.closure(closure(node)))
    case .inOutExpr(let node): return make(.inoutArgument(expression(node.expression)))
    case .ifExpr(let node): return make(.conditional(conditional(node, label: nil)))
    case .switchExpr(let node): return make(.choice(choice(node, label: nil)))
    case .keyPathExpr(let node): return keyPath(node)
    case .typeExpr(let node): return make(.type(type(node.type)))
    case .discardAssignmentExpr: return make(.discard)
    case .borrowExpr(let node): return expression(node.expression)
    case .consumeExpr(let node): return expression(node.expression)
    case .copyExpr(let node): return expression(node.expression)
    case .unsafeExpr(let node): return expression(node.expression)
    case .patternExpr(let node):
      report("pattern cannot appear in an expression", at: node)
      return make(.error)
    default: return refused(node)
    }
  }

  private func refused(_ node: ExprSyntax) -> Expression {
    switch node.as(ExprSyntaxEnum.self) {
    case .awaitExpr: unsupported("'await' is", node)

    case .postfixIfConfigExpr: unsupported("conditional compilation is", node)
    case .packExpansionExpr, .packElementExpr: unsupported("parameter packs are", node)
    case .editorPlaceholderExpr: report("editor placeholder in source file", at: node)
    case .sequenceExpr: report("expression cannot be grouped", at: node)
    default: unsupported("this expression is", node)
    }
    return Expression(.error, range(of: node))
  }

  func use(_ token: TokenSyntax) -> OperatorUse {
    OperatorUse(text: token.text, range: range(of: token))
  }

  func name(_ node: DeclReferenceExprSyntax) -> Name {
    Name(
      base: node.baseName.name,
      labels: node.argumentNames?.arguments.map { $0.name.text == "_" ? nil : $0.name.name },
      range: range(of: node.baseName))
  }

  /// Notes the use of `$0`, `$1`, … in the closure being read.
  private func noteShorthand(_ text: String) {
    // Larger numbers are names that nothing has.
    guard text.first == "$", let index = Int(text.dropFirst()), index < 256,
      !shorthandCounts.isEmpty
    else { return }
    shorthandCounts[shorthandCounts.count - 1] = max(
      shorthandCounts[shorthandCounts.count - 1], index + 1)
  }

  private func prefix(_ node: PrefixOperatorExprSyntax) -> Expression {
    let place = range(of: node)
    let operand = expression(node.expression)
    // A sign belongs to a number, so that -9223372036854775808 fits.
    if node.operator.text == "-" {
      switch operand.kind {
      case .floating(let value): return Expression(.floating(-value), place)
      case .integer(let value?) where node.expression.is(IntegerLiteralExprSyntax.self):
        return Expression(.negativeInteger(value), place)
      default: break
      }
    }
    return Expression(.prefix(use(node.operator), operand), place)
  }

  private func infix(_ node: InfixOperatorExprSyntax) -> Expression {
    let place = range(of: node)
    switch node.operator.as(ExprSyntaxEnum.self) {
    case .assignmentExpr:
      return Expression(
        .assignment(expression(node.leftOperand), expression(node.rightOperand)), place)
    case .binaryOperatorExpr(let operatorNode):
      return Expression(
        .binary(
          use(operatorNode.operator), expression(node.leftOperand), expression(node.rightOperand)),
        place)
    case .arrowExpr:
      if let function = functionType(node) { return Expression(.type(function), place) }
    default: break
    }
    return refused(ExprSyntax(node))
  }
}

extension TokenKind {
  var isOperator: Bool {
    switch self {
    case .binaryOperator, .prefixOperator, .postfixOperator: true
    default: false
    }
  }
}
