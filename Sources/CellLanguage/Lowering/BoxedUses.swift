internal import CellChecking

/// The variables of a function that are wanted boxed somewhere: put into an array or an optional, captured,
/// changed by a call, handed to the library.
///
/// A variable that is not among them is kept field by field in registers where its type allows it.
struct BoxedUses {
  private var symbols: Set<ObjectIdentifier> = []
  private let isScalar: (TypedExpression) -> Bool

  init(in statements: [TypedStatement], isScalar: @escaping (TypedExpression) -> Bool) {
    self.isScalar = isScalar
    visit(statements)
  }

  func contains(_ symbol: VariableSymbol) -> Bool { symbols.contains(ObjectIdentifier(symbol)) }

  // MARK: - Statements

  private mutating func visit(_ statements: [TypedStatement]) {
    for statement in statements { visit(statement) }
  }

  private mutating func visit(_ statement: TypedStatement) {
    switch statement.kind {
    case .expression(let value): visit(value, isSpread: true)
    case .display(let value), .result(let value), .throwing(let value): visit(value)
    case .bind(let pattern, let value):
      visit(value, isSpread: true)
      visit(pattern, nil)
    case .variable(let symbol, let value?): visit(value, isSpread: symbol.isLocal)
    case .returning(let value?): visit(value, isSpread: true)
    case .conditional(let node): visit(node)
    case .choice(let node): visit(node)
    case .whileLoop(_, let conditions, let body):
      visit(conditions)
      visit(body)
    case .repeatLoop(_, let body, let test):
      visit(body)
      visit(test)
    case .forLoop(let node): visit(node)
    case .block(_, let body), .deferring(let body), .declarations(let body): visit(body)
    case .doing(_, let body, let clauses, _):
      visit(body)
      for clause in clauses {
        clause.patterns.forEach { visit($0.pattern, $0.condition) }
        visit(clause.body)
      }
    case .variable(_, nil), .returning(nil), .breaking, .continuing, .fallingThrough, .boundary,
      .nothing:
      break
    }
  }

  private mutating func visit(_ node: TypedIf) {
    visit(node.conditions)
    visit(node.body)
    visit(node.otherwise ?? [])
  }

  private mutating func visit(_ conditions: [TypedCondition]) {
    for condition in conditions {
      switch condition {
      case .expression(let value): visit(value)
      case .unwrap(let pattern, let value), .match(let pattern, let value):
        visit(value)
        visit(pattern, nil)
      }
    }
  }

  private mutating func visit(_ node: TypedSwitch) {
    visit(node.subject, isSpread: true)
    for item in node.cases {
      item.patterns.forEach { visit($0.pattern, $0.condition) }
      visit(item.body)
    }
  }

  private mutating func visit(_ node: TypedFor) {
    switch node.iteration {
    case .range(let first, let last, _):
      visit(first)
      visit(last)
    case .array(let value): visit(value)
    case .iterator(_, let iterator, let next):
      visit(iterator)
      visit(next)
    }
    visit(node.pattern, node.condition)
    visit(node.body)
  }

  private mutating func visit(_ pattern: TypedPattern, _ condition: TypedExpression?) {
    if let condition { visit(condition) }
    switch pattern {
    case .tuple(let parts), .enumCase(_, let parts, _): parts.forEach { visit($0, nil) }
    case .some(let inner, _): visit(inner, nil)
    case .isType(_, let inner?): visit(inner, nil)
    case .test(let symbol, let test):
      symbols.insert(ObjectIdentifier(symbol))
      visit(test)
    case .wildcard, .binding, .none, .boolean, .isType(_, nil), .error: break
    }
  }

  // MARK: - Expressions

  /// - Parameter isSpread: whether the value goes to registers, if it can lie in some.
  private mutating func visit(_ value: TypedExpression, isSpread: Bool = false) {
    switch value.kind {
    case .variable(let symbol): if !isSpread { symbols.insert(ObjectIdentifier(symbol)) }
    case .field(let base, _), .tupleElement(let base, _):
      visit(base, isSpread: isSpread || isScalar(value))
    case .reinterpret(let base): visit(base, isSpread: isSpread)
    case .structure(let parts), .tuple(let parts):
      for part in parts { visit(part, isSpread: isSpread) }
    case .ternary(let test, let a, let b):
      visit(test)
      visit(a, isSpread: isSpread)
      visit(b, isSpread: isSpread)
    case .assignment(let place, let new):
      visit(place: place)
      visit(new, isSpread: place.isInLocalVariable)
    case .compound(_, let place, let operand):
      visit(place: place)
      visit(operand)
    case .call(let callee, let arguments): visit(callee, arguments)
    case .computed(let use, let arguments):
      visit(use.getter, use.arguments(isInout: use.isMutatingGetter) + arguments)
    case .conditional(let node): visit(node)
    case .choice(let node): visit(node)
    case .sequence(let statements, let result):
      visit(statements)
      visit(result, isSpread: isSpread)
    case .and(let a, let b), .or(let a, let b), .coalesce(let a, let b),
      .coalesceOptional(let a, let b):
      visit(a)
      visit(b)
    default: for part in value.parts { visit(part) }
    }
  }

  /// A place that is changed.
  private mutating func visit(place: TypedExpression) {
    guard case .computed(let use, let arguments) = place.kind else {
      return visit(place, isSpread: true)
    }
    for argument in use.arguments(isInout: true) + arguments { visit(argument.value) }
  }

  private mutating func visit(_ callee: Callee, _ arguments: [TypedArgument]) {
    var isSpread = true
    switch callee {
    case .function(let reference):
      isSpread = reference.symbol.native == nil && reference.symbol.host == nil
    case .value(let function): visit(function)
    case .dynamic: break
    case .ofType(_, _, let metatype): visit(metatype)
    }
    for argument in arguments { visit(argument.value, isSpread: isSpread && !argument.isInout) }
  }
}

extension VariableSymbol {
  fileprivate var isLocal: Bool { if case .local = storage { true } else { false } }
}

extension AccessorUse {
  /// The receiver as an argument.
  fileprivate func arguments(isInout: Bool) -> [TypedArgument] {
    receiver.map { [TypedArgument(value: $0, isInout: isInout)] } ?? []
  }
}

extension TypedExpression {
  /// Whether it is a local variable or a stored property inside of one.
  fileprivate var isInLocalVariable: Bool {
    switch kind {
    case .variable(let symbol): symbol.isLocal
    case .field(let base, _), .tupleElement(let base, _): base.isInLocalVariable
    default: false
    }
  }
}
