internal import SwiftSyntax

extension SyntaxReader {
  func statements(_ list: CodeBlockItemListSyntax) -> [Statement] {
    list.flatMap { item -> [Statement] in
      switch item.item {
      case .decl(let node): return declarations(node)
      case .stmt(let node): return [statement(node)]
      case .expr(let node): return [statement(node)]
      @unknown default: return []
      }
    }
  }

  private func declarations(_ node: DeclSyntax) -> [Statement] {
    if let conditional = node.as(IfConfigDeclSyntax.self) {
      guard case .statements(let list)? = active(conditional) else { return [] }
      return statements(list)
    }
    return [Statement(.declaration(declaration(node)), range(of: node))]
  }

  /// An expression as a statement; `if` and `switch` become statements proper.
  private func statement(_ node: ExprSyntax) -> Statement {
    let place = range(of: node)
    switch node.as(ExprSyntaxEnum.self) {
    case .ifExpr(let node):
      return Statement(.conditional(conditional(node, label: nil)), place)
    case .switchExpr(let node): return Statement(.choice(choice(node, label: nil)), place)
    default: return Statement(.expression(expression(node)), place)
    }
  }

  func statement(_ node: StmtSyntax, label: String? = nil) -> Statement {
    nested(node, fallback: Statement(.error, range(of: node))) {
      Statement(statementKind(node, label: label), range(of: node))
    }
  }

  private func statementKind(_ node: StmtSyntax, label: String?) -> Statement.Kind {
    switch node.as(StmtSyntaxEnum.self) {
    case .expressionStmt(let node):
      switch node.expression.as(ExprSyntaxEnum.self) {
      case .ifExpr(let node): return .conditional(conditional(node, label: label))
      case .switchExpr(let node): return .choice(choice(node, label: label))
      default: return .expression(expression(node.expression))
      }
    case .guardStmt(let node):
      return .guarding(node.conditions.map(condition), statements(node.body.statements))
    case .whileStmt(let node):
      return .whileLoop(
        label: label, node.conditions.map(condition), statements(node.body.statements))
    case .repeatStmt(let node):
      return .repeatLoop(
        label: label, statements(node.body.statements), expression(node.condition))
    case .forStmt(let node): return .forLoop(loop(node, label: label))
    case .returnStmt(let node): return .returning(node.expression.map { expression($0) })
    case .breakStmt(let node): return .breaking(node.label?.name)
    case .continueStmt(let node): return .continuing(node.label?.name)
    case .fallThroughStmt: return .fallingThrough
    case .throwStmt(let node): return .throwing(expression(node.expression))
    case .deferStmt(let node): return .deferring(statements(node.body.statements))
    case .doStmt(let node):
      return .doing(
        label: label, statements(node.body.statements), node.catchClauses.map(catchClause))
    case .labeledStmt(let node):
      return statement(node.statement, label: node.label.name).kind
    case .missingStmt: return .error
    default:
      unsupported("this statement is", node)
      return .error
    }
  }

  private func loop(_ node: ForStmtSyntax, label: String?) -> ForStatement {
    if let token = node.awaitKeyword { unsupported("'await' is", token) }
    var pattern = self.pattern(node.pattern, binding: node.caseKeyword == nil ? false : nil)
    if node.caseKeyword != nil, case .binding = pattern.kind {
    } else if node.caseKeyword != nil {
      pattern = self.pattern(node.pattern)
    }
    return ForStatement(
      label: label, pattern: pattern, type: node.typeAnnotation.map { type($0.type) },
      sequence: expression(node.sequence),
      condition: node.whereClause.map { expression($0.condition) },
      body: statements(node.body.statements))
  }

  private func catchClause(_ node: CatchClauseSyntax) -> CatchClause {
    CatchClause(
      patterns: node.catchItems.map { item in
        (
          item.pattern.map { pattern($0) } ?? Pattern(.wildcard, range(of: item)),
          item.whereClause.map { expression($0.condition) }
        )
      }, body: statements(node.body.statements))
  }

  func condition(_ node: ConditionElementSyntax) -> Condition {
    switch node.condition {
    case .expression(let node): return .expression(expression(node))
    case .matchingPattern(let node):
      return .match(pattern(node.pattern), expression(node.initializer.value))
    case .optionalBinding(let node):
      let isVariable = node.bindingSpecifier.tokenKind == .keyword(.var)
      let pattern = self.pattern(node.pattern, binding: isVariable)
      let value =
        node.initializer.map { expression($0.value) }
        ?? expression(ExprSyntax(shorthandValue(of: node.pattern)))
      let located =
        node.initializer == nil ? Expression(value.kind, range(of: node.pattern)) : value
      return .unwrap(
        pattern, node.typeAnnotation.map { type($0.type) }, located, range(of: node))
    case .availability(let node):
      // What runs cells is as new as can be.
      let isUnavailable = node.availabilityKeyword.tokenKind == .poundUnavailable
      return .expression(Expression(.boolean(!isUnavailable), range(of: node)))
    @unknown default:
      return .expression(Expression(.error, range(of: node)))
    }
  }

  /// `x` of `if let x`.
  private func shorthandValue(of pattern: PatternSyntax) -> DeclReferenceExprSyntax {
    DeclReferenceExprSyntax(
      baseName: pattern.as(IdentifierPatternSyntax.self)?.identifier ?? .identifier("_"))
  }

  func conditional(_ node: IfExprSyntax, label: String?) -> IfStatement {
    let otherwise: [Statement]?
    switch node.elseBody {
    case .codeBlock(let block): otherwise = statements(block.statements)
    case .ifExpr(let next):
      otherwise = nested(next, fallback: []) {
        [Statement(.conditional(conditional(next, label: nil)), range(of: next))]
      }
    case nil: otherwise = nil
    case .some(let body):
      unsupported("this 'else' is", body)
      otherwise = nil
    }
    return IfStatement(
      label: label, conditions: node.conditions.map(condition),
      body: statements(node.body.statements), otherwise: otherwise, range: range(of: node))
  }

  func choice(_ node: SwitchExprSyntax, label: String?) -> SwitchStatement {
    var cases: [SwitchStatement.Case] = []
    for node in activeCases(node.cases) {
      var result = SwitchStatement.Case(
        patterns: [], isDefault: false, body: statements(node.statements),
        range: range(of: node.label))
      switch node.label {
      case .default: result.isDefault = true
      case .case(let label):
        result.patterns = label.caseItems.map {
          (pattern($0.pattern), $0.whereClause.map { expression($0.condition) })
        }
      @unknown default: break
      }
      cases.append(result)
    }
    return SwitchStatement(
      label: label, subject: expression(node.subject), cases: cases, range: range(of: node))
  }
}
