internal import CellChecking

extension Machine {
  /// Whether two values are equal, by the program's own `==` where it has one.
  func equal(_ a: Datum, _ b: Datum) throws -> Bool {
    try checkStack(at: nil)
    switch (a, b) {
    case (.structure(let x), .structure(let y)):
      let type = current(x.type)
      if type.hasOwnEquality { return try own("==", type, a, b) }
      return try equal(x.fields, y.fields)
    case (.enumeration(let x), .enumeration(let y)):
      let type = current(x.type)
      if type.hasOwnEquality { return try own("==", type, a, b) }
      return try x.index == y.index && equal(x.payload, y.payload)
    case (.instance(let x), .instance(let y)):
      if x === y { return true }
      var type: TypeObject? = current(x.type)
      while let current = type {
        if current.hasOwnEquality { return try own("==", current, a, b) }
        type = current.superclass
      }
      return x === y
    case (.values(let x), .values(let y)): return try equal(x, y)
    case (.tuple(let x), .tuple(let y)): return try equal(x.elements, y.elements)
    case (.some(let x), .some(let y)): return try equal(x.value, y.value)
    case (.dictionary(let x), .dictionary(let y)):
      guard x.count == y.count else { return false }
      for pair in x.pairs {
        guard let other = try value(for: pair.key, in: y), try equal(pair.value, other) else {
          return false
        }
      }
      return true
    case (.set(let x), .set(let y)):
      guard x.count == y.count else { return false }
      for pair in x.pairs where try position(of: pair.key, in: y).index == nil { return false }
      return true
    case (.erased(let x), .erased(let y)):
      return try x.type.type == y.type.type && equal(x.value, y.value)
    default: return a.equals(b)
    }
  }

  private func equal(_ a: [Datum], _ b: [Datum]) throws -> Bool {
    guard a.count == b.count else { return false }
    for index in a.indices where try !equal(a[index], b[index]) { return false }
    return true
  }

  /// -1, 0 or 1 as the first value comes before, with or after the second.
  func order(_ a: Datum, _ b: Datum) throws -> Int {
    if let result = a.compare(b) { return result }
    try checkStack(at: nil)
    switch (a, b) {
    case (.tuple(let x), .tuple(let y)):
      for (p, q) in zip(x.elements, y.elements) {
        let result = try order(p, q)
        if result != 0 { return result }
      }
      return 0
    case (.structure(let x), _): return try ownOrder(x.type, a, b)
    case (.instance(let x), _): return try ownOrder(x.type, a, b)
    case (.enumeration(let x), .enumeration(let y)):
      if hasOwnOrder(x.type.type) { return try ownOrder(x.type, a, b) }
      if x.index != y.index { return x.index < y.index ? -1 : 1 }
      for (p, q) in zip(x.payload, y.payload) {
        let result = try order(p, q)
        if result != 0 { return result }
      }
      return 0
    default: throw Fault("values cannot be ordered", at: nil)
    }
  }

  private func ownOrder(_ type: TypeObject, _ a: Datum, _ b: Datum) throws -> Int {
    if try own("<", type, a, b) { return -1 }
    return try own("<", type, b, a) ? 1 : 0
  }

  private func hasOwnOrder(_ type: Type) -> Bool {
    program.lock.locked { compiler.ownOperator("<", of: type) != nil }
  }

  private func own(_ name: String, _ type: TypeObject, _ a: Datum, _ b: Datum) throws -> Bool {
    let function = try compiled(at: nil) { program in
      guard let found = compiler.ownOperator(name, of: type.type),
        case .function(let symbol) = found.member
      else {
        throw Fault("type '\(type.type)' has no '\(name)'", at: nil)
      }
      return program.function(
        for: FunctionReference(symbol: symbol, substitution: found.substitution))
    }
    if case .bool(let result) = try call(function, [a, b], at: nil) { return result }
    return false
  }
}

extension Datum {
  /// The order of two plain values; `nil` for values made of parts.
  func compare(_ other: Datum) -> Int? {
    switch (self, other) {
    case (.int(let a), .int(let b)): a < b ? -1 : a == b ? 0 : 1
    case (.double(let a), .double(let b)): a < b ? -1 : a == b ? 0 : 1
    case (.string(let a), .string(let b)): a < b ? -1 : a == b ? 0 : 1
    case (.character(let a), .character(let b)): a.order(b)
    case (.stringIndex(let a), .stringIndex(let b)): a < b ? -1 : a == b ? 0 : 1
    case (.substring(let a, let span), .substring(let b, let other)):
      a.value(span) < b.value(other) ? -1 : a.value(span) == b.value(other) ? 0 : 1
    default: nil
    }
  }

  func isIdentical(to other: Datum) -> Bool {
    switch (self, other) {
    case (.instance(let a), .instance(let b)): a === b
    case (.none, .none): true
    default: false
    }
  }

  /// Adds the elements of another array, or the text of another string.
  mutating func append(contentsOf other: Datum, _ machine: Machine) throws {
    switch other {
    case .string(let more):
      var text = takeText()
      if more.utf8.count > 1 << 18 { try machine.allow(text.utf8.count + more.utf8.count, at: nil) }
      text += more
      self = .string(text)
    case .ints, .doubles, .bools, .values:
      try allow(other.elementCount, machine)
      if try change(by: Concatenation(more: other)) == true { return }
      throw Fault("value used before it was set", at: nil)
    default: throw Fault("value used before it was set", at: nil)
    }
  }

  /// Refuses an array that gets too long by so many elements.
  private func allow(_ more: Int, _ machine: Machine) throws {
    if more > 1 << 14 { try machine.allow((elementCount + more) * 32, at: nil) }
  }
}
