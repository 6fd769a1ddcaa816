extension Lowerer {
  /// Whether a value matches; binds on the way.
  func match(_ pattern: TypedPattern, _ type: Type) -> (Frame, Datum) throws -> Bool {
    switch pattern {
    case .wildcard, .error: return { _, _ in true }
    case .binding(let symbol):
      let store = initialize(symbol)
      return { frame, value in
        store(frame, value)
        return true
      }
    case .tuple(let parts):
      var types = parts.map { _ in Type.any }
      if case .tuple(let elements) = type, elements.count == parts.count {
        types = elements.map(\.type)
      }
      let tests = zip(parts, types).map(match)
      return { frame, value in
        guard case .tuple(let object) = value else { return false }
        for (index, test) in tests.enumerated() where try !test(frame, object.elements[index]) {
          return false
        }
        return true
      }
    case .enumCase(let index, let parts, let types):
      let tests = zip(parts, types).map { match($0, final($1)) }
      return { frame, value in
        guard case .enumeration(let object) = value, object.index == index else { return false }
        for (index, test) in tests.enumerated() where try !test(frame, object.payload[index]) {
          return false
        }
        return true
      }
    case .some(let inner, let wrapped):
      let test = match(inner, final(wrapped))
      return { frame, value in
        guard let payload = value.unwrapped else { return false }
        return try test(frame, payload)
      }
    case .none: return { _, value in if case .none = value { true } else { false } }
    case .boolean(let wanted):
      return { _, value in if case .bool(wanted) = value { true } else { false } }
    case .isType(let wanted, let inner):
      let to = final(wanted)
      let test = inner.map { match($0, to) }
      return { frame, value in
        guard let cast = try frame.machine.cast(value, from: type, to: to) else { return false }
        return try test?(frame, cast) ?? true
      }
    case .test(let symbol, let expression):
      let store = initialize(symbol)
      let test = condition(expression)
      return { frame, value in
        store(frame, value)
        return try test(frame)
      }
    }
  }

  func loop(_ node: TypedFor, _ range: SourceRange) -> Step {
    let number = number(of: node.target)
    let elementType = final(node.elementType)
    let match = match(node.pattern, elementType)
    let condition = node.condition.map(condition)
    let body = block(node.body)
    let site = site(range)
    // Answers what to leave the loop with, or nil to go on.
    let round: (Frame, Datum) throws -> Flow? = { frame, element in
      try frame.machine.poll(site)
      guard try match(frame, element), try condition?(frame) ?? true else { return nil }
      let flow = try body(frame)
      switch flow {
      case .next, .continued(number): return nil
      case .broke(number): return .next
      default: return flow
      }
    }
    switch node.iteration {
    case .range(let a, let b, let isClosed):
      if let register = register(of: node.pattern), condition == nil {
        return counting(intCode(a), intCode(b), isClosed: isClosed, register, body, number, site)
      }
      let lower = intCode(a)
      let upper = intCode(b)
      return { frame in
        let first = try lower(frame)
        var last = try upper(frame)
        guard first <= last else {
          throw Fault("Fatal error: Range requires lowerBound <= upperBound", at: site)
        }
        if !isClosed {
          if first == last { return .next }
          last -= 1
        }
        var index = first
        while true {
          if let flow = try round(frame, .int(index)) { return flow }
          if index == last { return .next }
          index += 1
        }
      }
    case .array(let sequence):
      let code = code(sequence)
      return { frame in
        switch try code(frame) {
        case .ints(let values):
          for value in values { if let flow = try round(frame, .int(value)) { return flow } }
        case .doubles(let values):
          for value in values { if let flow = try round(frame, .double(value)) { return flow } }
        case .bools(let values):
          for value in values { if let flow = try round(frame, .bool(value)) { return flow } }
        case .values(let values):
          for value in values { if let flow = try round(frame, value) { return flow } }
        default: throw Fault("overlapping access, or a value used before it was set", at: site)
        }
        return .next
      }
    case .iterator(let symbol, let iterator, let next):
      let code = code(iterator)
      let store = initialize(symbol)
      let advance = self.code(next)
      return { frame in
        store(frame, try code(frame))
        while let element = try advance(frame).unwrapped {
          if let flow = try round(frame, element) { return flow }
        }
        return .next
      }
    }
  }

  /// The register that a pattern fills when it is one variable that no closure takes.
  private func register(of pattern: TypedPattern) -> Int? {
    switch pattern {
    case .wildcard: newRegister()
    case .binding(let symbol): register(of: symbol)?.index
    default: nil
    }
  }

  /// A loop over integers whose variable is a register: no call but that of the body.
  private func counting(
    _ lower: @escaping IntCode, _ upper: @escaping IntCode, isClosed: Bool, _ register: Int,
    _ body: @escaping Step, _ number: Int, _ site: Site
  ) -> Step {
    { frame in
      let first = try lower(frame)
      let last = try upper(frame)
      guard first <= last else {
        throw Fault("Fatal error: Range requires lowerBound <= upperBound", at: site)
      }
      if first == last, !isClosed { return .next }
      let machine = frame.machine
      let end = isClosed ? last : last - 1
      var index = first
      while true {
        try machine.poll(site)
        frame.registers[register] = index
        switch try body(frame) {
        case .next, .continued(number): break
        case .broke(number): return .next
        case let flow: return flow
        }
        if index == end { return .next }
        index += 1
      }
    }
  }
}
