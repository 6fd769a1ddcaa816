extension Lowerer {
  /// Statements in order.
  func block(_ statements: [TypedStatement]) -> Step {
    let whole = inOrder(statements)
    return compiler.environment.hasDeinitializers ? clearing(statements, whole) : whole
  }

  /// The value of an expression that may use what statements before it declare.
  func sequence(_ statements: [TypedStatement], then result: TypedExpression) -> Code {
    let steps = inOrder(statements)
    let value = code(result)
    let slots = compiler.environment.hasDeinitializers ? slotsToClear(after: statements) : []
    return { frame in
      defer { for slot in slots { frame.slots[slot] = .void } }
      _ = try steps(frame)
      return try value(frame)
    }
  }

  private func inOrder(_ statements: [TypedStatement]) -> Step {
    // `defer` runs what follows it first.
    for (index, statement) in statements.enumerated() {
      guard case .deferring(let body) = statement.kind else { continue }
      return deferring(
        inOrder(Array(statements[..<index])), inOrder(Array(statements[(index + 1)...])),
        block(body), isTopLevel: statements.contains(where: \.isBoundary))
    }
    return sequence(
      statements.map(compiler.environment.hasDeinitializers ? buryingStep : step))
  }

  private func deferring(
    _ before: @escaping Step, _ after: @escaping Step, _ last: @escaping Step, isTopLevel: Bool
  ) -> Step {
    { frame in
      let flow = try before(frame)
      guard flow == .next else { return flow }
      do {
        let flow = try after(frame)
        let result = frame.result
        _ = try last(frame)
        frame.result = result
        return flow
      } catch let error as Fault {
        throw error
      } catch {
        // What the statement that did not finish has done is undone before, and not with what follows.
        if isTopLevel { frame.machine.undoStatement() }
        _ = try last(frame)
        if isTopLevel { frame.machine.noteVariables() }
        throw error
      }
    }
  }

  /// A statement after which the `deinit` of what has ended runs.
  private func buryingStep(_ statement: TypedStatement) -> Step {
    let step = step(statement)
    let site = site(statement.range)
    return { frame in
      let flow = try step(frame)
      if !frame.machine.graveyard.ended.isEmpty { try frame.machine.bury(at: site) }
      return flow
    }
  }

  /// A block whose variables end with it, so that the instances in them do.
  private func clearing(_ statements: [TypedStatement], _ whole: @escaping Step) -> Step {
    let slots = slotsToClear(after: statements)
    guard !slots.isEmpty else { return whole }
    return { frame in
      defer { for slot in slots { frame.slots[slot] = .void } }
      return try whole(frame)
    }
  }

  /// The slots of what statements declare, the last first.
  private func slotsToClear(after statements: [TypedStatement]) -> [Int] {
    statements.flatMap(\.declaredVariables).compactMap { symbol -> Int? in
      if case .global = symbol.storage { return nil }
      if symbol === function.returnsSelf { return nil }
      return type(of: symbol).scalarKind == nil ? slot(of: symbol) : nil
    }.reversed()
  }

  private func type(of symbol: VariableSymbol) -> Type { final(symbol.type) }

  private func sequence(_ steps: [Step]) -> Step {
    switch steps.count {
    case 0: return { _ in .next }
    case 1: return steps[0]
    case 2:
      let (a, b) = (steps[0], steps[1])
      return { frame in
        let flow = try a(frame)
        return flow == .next ? try b(frame) : flow
      }
    default:
      return { frame in
        for step in steps {
          let flow = try step(frame)
          if flow != .next { return flow }
        }
        return .next
      }
    }
  }

  /// Says which statement of a cell code is made for.
  func notePosition(_ range: SourceRange) {
    if !source.isLibrary { compiler.position = site(range) }
  }

  func step(_ statement: TypedStatement) -> Step {
    notePosition(statement.range)
    switch statement.kind {
    case .whileLoop, .repeatLoop, .forLoop:
      return RegisterBuilder(self).loop(statement) ?? closure(of: statement)
    default: return closure(of: statement)
    }
  }

  private func closure(of statement: TypedStatement) -> Step {
    switch statement.kind {
    case .expression(let expression):
      let code = code(expression)
      return { frame in
        _ = try code(frame)
        return .next
      }
    case .variable(let symbol, let value):
      guard let value else {
        guard symbol.isBoxed else { return { _ in .next } }
        let store = initialize(symbol)
        return { frame in
          store(frame, .void)
          return .next
        }
      }
      let code = code(value)
      let store = initialize(symbol)
      return { frame in
        store(frame, try code(frame))
        return .next
      }
    case .bind(let pattern, let value):
      let code = code(value)
      let match = match(pattern, type(value))
      return { frame in
        _ = try match(frame, try code(frame))
        return .next
      }
    case .conditional(let node): return conditional(node)
    case .choice(let node): return choice(node, statement.range)
    case .whileLoop(let target, let conditions, let body):
      return whileLoop(target, conditions, body, site(statement.range))
    case .repeatLoop(let target, let body, let test):
      let number = number(of: target)
      let body = block(body)
      let condition = condition(test)
      let site = site(statement.range)
      return { frame in
        repeat {
          try frame.machine.poll(site)
          let flow = try body(frame)
          switch flow {
          case .next, .continued(number): break
          case .broke(number): return .next
          default: return flow
          }
        } while try condition(frame)
        return .next
      }
    case .forLoop(let node): return loop(node, statement.range)
    case .returning(let value):
      guard let value else {
        return { frame in
          frame.result = .void; return .returned
        }
      }
      let code = code(value)
      return { frame in
        frame.result = try code(frame)
        return .returned
      }
    case .breaking(let target):
      let number = number(of: target)
      return { _ in .broke(number) }
    case .continuing(let target):
      let number = number(of: target)
      return { _ in .continued(number) }
    case .fallingThrough: return { _ in .fellThrough }
    case .throwing(let value):
      let code = code(value)
      let site = site(statement.range)
      return { throw Thrown(value: try code($0), site: site) }
    case .deferring(let body): return block(body)
    case .block(let target, let body):
      let body = block(body)
      guard let target else { return body }
      let number = number(of: target)
      return { frame in
        let flow = try body(frame)
        return flow == .broke(number) ? .next : flow
      }
    case .declarations(let parts): return sequence(parts.map(step))
    case .doing(let target, let body, let clauses, let type):
      return doing(target, body, clauses, type)
    case .display(let value):
      let code = code(value)
      let site = site(statement.range)
      return { frame in
        if case .host(let box) = try code(frame), box.value.isDisplayedWhenUnused,
          frame.machine.drawsFigures
        {
          try frame.machine.display(box.value, site)
        }
        return .next
      }
    case .result(let value):
      let code = code(value)
      guard let slot = resultSlot else {
        let type = type(value)
        let site = site(statement.range)
        return { frame in
          let datum = try code(frame)
          frame.machine.resultValue = Value(datum, type)
          frame.machine.lastValue = frame.machine.resultValue
          if case .host(let box) = datum, box.value.isDisplayedWhenUnused,
            frame.machine.drawsFigures
          {
            frame.machine.resultValue = nil
            try frame.machine.display(box.value, site)
          }
          return .next
        }
      }
      return { frame in
        frame.slots[slot] = try code(frame)
        return .next
      }
    case .boundary(let count):
      let site = site(statement.range)
      return { frame in
        try frame.machine.finishStatement(count, at: site)
        return .next
      }
    case .nothing: return { _ in .next }
    }
  }

  private func whileLoop(
    _ target: LoopTarget, _ conditions: [TypedCondition], _ body: [TypedStatement], _ site: Site
  ) -> Step {
    let number = number(of: target)
    let test = self.conditions(conditions)
    let body = block(body)
    return { frame in
      while try test(frame) {
        try frame.machine.poll(site)
        let flow = try body(frame)
        switch flow {
        case .next, .continued(number): break
        case .broke(number): return .next
        default: return flow
        }
      }
      return .next
    }
  }

  /// All conditions in order; what they bind is in its slots when they hold.
  func conditions(_ list: [TypedCondition]) -> BoolCode {
    let tests = list.map { item -> BoolCode in
      switch item {
      case .expression(let expression): return condition(expression)
      case .unwrap(let pattern, let value):
        let code = code(value)
        let match = match(pattern, type(value).optionalWrapped ?? .any)
        return { frame in
          guard let inner = try code(frame).unwrapped else { return false }
          return try match(frame, inner)
        }
      case .match(let pattern, let value):
        let code = code(value)
        let match = match(pattern, type(value))
        return { frame in try match(frame, try code(frame)) }
      }
    }
    if tests.count == 1 { return tests[0] }
    return { frame in
      for test in tests where try !test(frame) { return false }
      return true
    }
  }

  func conditional(_ node: TypedIf) -> Step {
    let test = conditions(node.conditions)
    let body = block(node.body)
    let otherwise = node.otherwise.map(block)
    let number = node.target.map(number)
    return { frame in
      let flow = try test(frame) ? body(frame) : otherwise?(frame) ?? .next
      if let number, flow == .broke(number) { return .next }
      return flow
    }
  }

  func choice(_ node: TypedSwitch, _ range: SourceRange) -> Step {
    let subject = code(node.subject)
    let type = type(node.subject)
    let number = number(of: node.target)
    let cases = node.cases.map { item in
      (
        tests: item.patterns.map { (match($0.pattern, type), $0.condition.map(condition)) },
        isDefault: item.isDefault, body: block(item.body)
      )
    }
    let standard = cases.firstIndex { $0.isDefault }
    let site = site(range)
    return { frame in
      let value = try subject(frame)
      var index: Int?
      search: for (position, item) in cases.enumerated() {
        for (match, condition) in item.tests {
          if try match(frame, value), try condition?(frame) ?? true {
            index = position
            break search
          }
        }
      }
      guard var current = index ?? standard else {
        throw Fault("no case of this 'switch' matches the value", at: site)
      }
      while true {
        let flow = try cases[current].body(frame)
        if flow == .fellThrough, current + 1 < cases.count {
          current += 1
          continue
        }
        return flow == .broke(number) ? .next : flow
      }
    }
  }

  private func doing(
    _ target: LoopTarget?, _ body: [TypedStatement], _ clauses: [TypedCatch], _ type: Type
  ) -> Step {
    let body = block(body)
    let number = target.map(number)
    let handlers = clauses.map { clause in
      (
        tests: clause.patterns.map { (match($0.pattern, type), $0.condition.map(condition)) },
        body: block(clause.body)
      )
    }
    return { frame in
      func handle(_ value: Datum) throws -> Flow? {
        for handler in handlers {
          for (match, condition) in handler.tests {
            if try match(frame, value), try condition?(frame) ?? true {
              return try handler.body(frame)
            }
          }
        }
        return nil
      }
      var flow: Flow
      do {
        flow = try body(frame)
      } catch let thrown as Thrown {
        guard let handled = try handle(thrown.value) else { throw thrown }
        flow = handled
      } catch let failure as HostFailure {
        let value = Datum.host(HostBox(HostErrorValue(description: "\(failure.error)")))
        guard let handled = try handle(value) else { throw failure }
        flow = handled
      }
      if let number, flow == .broke(number) { return .next }
      return flow
    }
  }
}

extension TypedStatement {
  /// The variables that the statement declares for what follows it.
  var declaredVariables: [VariableSymbol] {
    switch kind {
    case .variable(let symbol, _): return [symbol]
    case .bind(let pattern, _):
      var symbols: [VariableSymbol] = []
      _ = pattern.rebound { symbol in
        symbols.append(symbol)
        return symbol
      }
      return symbols
    case .declarations(let statements): return statements.flatMap(\.declaredVariables)
    default: return []
    }
  }
}

/// An error of a host function as a cell's `catch` sees it.
struct HostErrorValue: HostValue {
  static let cellTypeName = "HostError"
  let description: String
}

extension Machine {
  /// Shows a host value.
  func display(_ value: any HostValue, _ site: Site) throws {
    do {
      let bundle = try value.displayBundle()
      try checkAllowance(at: site)
      if let bundle {
        console.emit(.display(bundle))
      } else {
        console.emit(.text(value.description + "\n"))
      }
    } catch let fault as Fault {
      throw fault
    } catch {
      try checkAllowance(at: site)
      throw HostFailure(error: error, site: site)
    }
  }
}

extension TypedStatement {
  fileprivate var isBoundary: Bool { if case .boundary = kind { true } else { false } }
}
