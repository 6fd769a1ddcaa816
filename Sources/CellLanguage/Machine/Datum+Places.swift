extension Datum {
  var isSome: Bool { if case .some = self { true } else { false } }
  var instanceObject: InstanceObject? {
    if case .instance(let object) = self { object } else { nil }
  }

  /// An element of an array.
  func element(_ index: Int, _ site: Site) throws -> Datum {
    switch self {
    case .values(let values):
      guard values.indices.contains(index) else {
        throw Fault("Fatal error: Index out of range", at: site)
      }
      return values[index]
    case .ints(let values):
      guard values.indices.contains(index) else {
        throw Fault("Fatal error: Index out of range", at: site)
      }
      return .int(values[index])
    case .doubles(let values):
      guard values.indices.contains(index) else {
        throw Fault("Fatal error: Index out of range", at: site)
      }
      return .double(values[index])
    default: throw Fault("overlapping access, or a value used before it was set", at: site)
    }
  }

  /// Hands out an element of an array for changing.
  mutating func withElement(_ index: Int, _ site: Site, _ body: (inout Datum) throws -> Void) throws
  {
    switch self {
    case .values(var values):
      guard values.indices.contains(index) else {
        throw Fault("Fatal error: Index out of range", at: site)
      }
      self = .void
      var element = values[index]
      values[index] = .void
      defer {
        values[index] = element
        self = .values(values)
      }
      try body(&element)
    case .ints(var values):
      guard values.indices.contains(index) else {
        throw Fault("Fatal error: Index out of range", at: site)
      }
      self = .void
      var element = Datum.int(values[index])
      defer {
        values[index] = element.integer ?? 0
        self = .ints(values)
      }
      try body(&element)
    case .doubles(var values):
      guard values.indices.contains(index) else {
        throw Fault("Fatal error: Index out of range", at: site)
      }
      self = .void
      var element = Datum.double(values[index])
      defer {
        values[index] = element.number ?? 0
        self = .doubles(values)
      }
      try body(&element)
    default: throw Fault("overlapping access, or a value used before it was set", at: site)
    }
  }

  /// Adds one element to an array.
  mutating func appendElement(_ element: Datum, _ site: Site?) throws {
    switch (self, element) {
    case (.values(var values), _):
      self = .void
      values.append(element)
      self = .values(values)
    case (.ints(var values), .int(let number)):
      self = .void
      values.append(number)
      self = .ints(values)
    case (.doubles(var values), .double(let number)):
      self = .void
      values.append(number)
      self = .doubles(values)
    default: throw Fault("overlapping access, or a value used before it was set", at: site)
    }
  }
}
