extension Statement {
  /// Whether it, or a statement within it, returns a value; those of closures and functions in it do not
  /// count.
  package var returnsValue: Bool {
    switch kind {
    case .returning(let value): value != nil
    case .conditional(let node): node.returnsValue
    case .choice(let node): node.cases.contains { $0.body.contains(where: \.returnsValue) }
    case .guarding(_, let body), .whileLoop(_, _, let body), .repeatLoop(_, let body, _),
      .deferring(let body):
      body.contains(where: \.returnsValue)
    case .forLoop(let node): node.body.contains(where: \.returnsValue)
    case .doing(_, let body, let clauses):
      body.contains(where: \.returnsValue)
        || clauses.contains { $0.body.contains(where: \.returnsValue) }
    case .expression, .declaration, .breaking, .continuing, .fallingThrough, .throwing, .error:
      false
    }
  }
}

extension IfStatement {
  fileprivate var returnsValue: Bool {
    body.contains(where: \.returnsValue) || otherwise?.contains(where: \.returnsValue) ?? false
  }
}
