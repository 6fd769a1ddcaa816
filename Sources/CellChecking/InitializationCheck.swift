internal import CellSyntax

/// Finds local variables that are used before every path to the place has given them a value.
struct InitializationCheck {
  /// A variable used too early, or a constant set twice.
  struct Finding {
    var message: String
    var range: SourceRange
  }

  private typealias Symbols = Set<ObjectIdentifier>

  private(set) var findings: [Finding] = []
  /// The variables that were declared without a value, in the function itself.
  private var tracked: Symbols = []
  /// Those that surely have a value by now; `nil` where execution does not come.
  private var assigned: Symbols? = []
  /// Those that may have a value by now: a constant cannot be given another.
  private var touched: Symbols = []
  /// What is assigned wherever a loop, switch or block is left by `break`.
  private var leaving: [ObjectIdentifier: [Symbols]] = [:]

  /// Checks the statements of a function, before which some variables have no value yet.
  init(_ statements: [TypedStatement], unset: [VariableSymbol]) {
    tracked = Set(unset.map { ObjectIdentifier($0) })
    visit(statements)
  }

  private mutating func visit(_ statements: [TypedStatement]) {
    for statement in statements { visit(statement) }
  }

  private mutating func visit(_ statement: TypedStatement) {
    switch statement.kind {
    case .expression(let value), .display(let value), .result(let value), .bind(_, let value):
      visit(value)
      if value.type.isNever { assigned = nil }
    case .variable(let symbol, nil):
      if symbol.name != "self" { tracked.insert(ObjectIdentifier(symbol)) }
    case .variable(_, let value?): visit(value)
    case .conditional(let node): visit(node)
    case .choice(let node): visit(node)
    case .whileLoop(let target, let conditions, let body): visit(target, conditions, body)
    case .repeatLoop(let target, let body, let test):
      visit(body)
      visit(test)
      if case .boolean(true) = test.kind { assigned = nil }
      leave(target)
    case .forLoop(let node): visit(node)
    case .returning(let value):
      if let value { visit(value) }
      assigned = nil
    case .throwing(let value):
      visit(value)
      assigned = nil
    case .breaking(let target):
      if let assigned { leaving[ObjectIdentifier(target), default: []].append(assigned) }
      assigned = nil
    case .continuing, .fallingThrough: assigned = nil
    case .declarations(let parts): visit(parts)
    case .block(let target, let parts):
      visit(parts)
      if let target { leave(target) }
    case .doing(let target, let body, let clauses, _): visit(target, body, clauses)
    case .deferring, .nothing, .boundary: break
    }
  }

  /// Goes on with what is assigned on both ways.
  private mutating func join(_ other: Symbols?) {
    guard let mine = assigned else { return assigned = other }
    if let other { assigned = mine.intersection(other) }
  }

  private mutating func leave(_ target: LoopTarget) {
    for state in leaving.removeValue(forKey: ObjectIdentifier(target)) ?? [] { join(state) }
  }

  private mutating func visit(_ node: TypedIf) {
    let before = assigned
    visit(node.conditions)
    let tested = assigned
    if node.isGuard {
      assigned = before
      visit(node.otherwise ?? [])
      assigned = tested
    } else {
      visit(node.body)
      let after = assigned
      assigned = node.conditions.count == 1 ? tested : before
      visit(node.otherwise ?? [])
      join(after)
    }
    if let target = node.target { leave(target) }
  }

  private mutating func visit(_ conditions: [TypedCondition]) {
    for condition in conditions {
      switch condition {
      case .expression(let value), .unwrap(_, let value), .match(_, let value): visit(value)
      }
    }
  }

  private mutating func visit(_ node: TypedSwitch) {
    visit(node.subject)
    let before = assigned
    var after: Symbols?
    var falling: Symbols?
    var isFalling = false
    for item in node.cases {
      assigned = before
      for (_, condition) in item.patterns { if let condition { visit(condition) } }
      if isFalling { join(falling) }
      isFalling = false
      if case .fallingThrough? = item.body.last?.kind {
        visit(Array(item.body.dropLast()))
        (falling, isFalling) = (assigned, true)
      } else {
        visit(item.body)
        let end = assigned
        assigned = after
        join(end)
        after = assigned
      }
    }
    assigned = node.cases.isEmpty ? before : after
    leave(node.target)
  }

  private mutating func visit(
    _ target: LoopTarget, _ conditions: [TypedCondition], _ body: [TypedStatement]
  ) {
    visit(conditions)
    var end = assigned
    if conditions.count == 1, case .expression(let test) = conditions[0],
      case .boolean(true) = test.kind
    {
      end = nil
    }
    visit(body)
    assigned = end
    leave(target)
  }

  private mutating func visit(_ node: TypedFor) {
    switch node.iteration {
    case .range(let from, let to, _):
      visit(from)
      visit(to)
    case .array(let value), .iterator(_, let value, _): visit(value)
    }
    let before = assigned
    if let condition = node.condition { visit(condition) }
    visit(node.body)
    assigned = before
    leave(node.target)
  }

  private mutating func visit(
    _ target: LoopTarget?, _ body: [TypedStatement], _ clauses: [TypedCatch]
  ) {
    let before = assigned
    visit(body)
    var after = assigned
    for clause in clauses {
      assigned = before
      for (_, condition) in clause.patterns { if let condition { visit(condition) } }
      visit(clause.body)
      join(after)
      after = assigned
    }
    assigned = after
    if let target { leave(target) }
  }
}

// MARK: - Expressions

extension InitializationCheck {
  private mutating func use(_ symbol: VariableSymbol, at range: SourceRange) {
    let id = ObjectIdentifier(symbol)
    guard tracked.contains(id), let assigned, !assigned.contains(id) else { return }
    self.assigned?.insert(id)
    findings.append(
      Finding(
        message:
          "\(symbol.isLet ? "constant" : "variable") '\(symbol.name)' used before being initialized",
        range: range))
  }

  private mutating func set(_ symbol: VariableSymbol, at range: SourceRange) {
    let id = ObjectIdentifier(symbol)
    guard tracked.contains(id) else { return }
    if symbol.isLet, assigned != nil, touched.contains(id), assigned?.contains(id) == true {
      findings.append(
        Finding(
          message: "immutable value '\(symbol.name)' may only be initialized once", range: range))
    }
    assigned?.insert(id)
    touched.insert(id)
  }

  private mutating func visit(_ values: [TypedExpression]) {
    for value in values { visit(value) }
  }

  /// Visits something whose second part does not always run.
  private mutating func visit(_ first: TypedExpression, perhaps second: TypedExpression) {
    visit(first)
    let before = assigned
    visit(second)
    assigned = before
  }

  private mutating func visit(_ value: TypedExpression) {
    guard !tracked.isEmpty else { return }
    switch value.kind {
    case .variable(let symbol): use(symbol, at: value.range)
    case .assignment(let place, let new):
      visit(new)
      if case .variable(let symbol) = place.kind {
        set(symbol, at: place.range)
      } else {
        visit(place)
      }
    case .and(let a, let b), .or(let a, let b), .coalesce(let a, let b),
      .coalesceOptional(let a, let b):
      visit(a, perhaps: b)
    case .ternary(let test, let a, let b):
      visit(test)
      visit(a, perhaps: b)
    case .conditional(let node): visit(node)
    case .choice(let node): visit(node)
    case .sequence(let statements, let result):
      visit(statements)
      visit(result)
    case .call(let callee, let arguments):
      if case .value(let function) = callee { visit(function) }
      visit(arguments.map(\.value))
    case .computed(let use, let arguments):
      if let receiver = use.receiver { visit(receiver) }
      visit(arguments.map(\.value))
    default: visit(value.parts)
    }
  }
}
