internal import CellChecking
internal import CellSyntax

extension CellRunner {
  /// The static type of an expression, as Swift writes it: `[Double]`, `(Int, String)`.
  ///
  /// Statements may come before the expression. Nothing runs.
  ///
  /// - Throws: what is wrong with it, or that it is no expression.
  public func type(of expression: String, from state: CellState) throws(CellFailure) -> String {
    let result = onLargeStack { _ in staticType(of: expression, from: state).map(\.description) }
    return try result.get()
  }

  func staticType(of text: String, from state: CellState) -> Result<Type, CellFailure> {
    let compiler = compiler(state)
    let source = SourceText(text, named: "expression")
    guard let statements = statements(source, compiler) else { return .failure(failure(compiler)) }
    let type = compiler.valueType(statements, source)
    return compiler.totalErrorCount == 0 ? .success(type) : .failure(failure(compiler))
  }
}

extension Compiler {
  /// The type of the last statement, which must be an expression.
  fileprivate func valueType(_ statements: [Statement], _ source: SourceText) -> Type {
    let checker = beginCell(statements, source).checker
    for node in statements.dropLast() {
      checker.effort = 0
      _ = checker.statement(node)
    }
    guard let last = statements.last, let value = checker.singleValue(last) else {
      let range =
        statements.last?.range ?? SourceRange(start: 0, end: Int32(source.text.utf8.count))
      report("expected an expression", at: range, in: source)
      return .error
    }
    checker.effort = 0
    checker.scope.tryDepth = 1
    let errors = totalErrorCount
    let type = checker.final(checker.check(value).type)
    if type.hasError, totalErrorCount == errors {
      report(
        "cannot infer the type of this expression; add a type annotation", at: value.range,
        in: source)
    }
    return type
  }
}
