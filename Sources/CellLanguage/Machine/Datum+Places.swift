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
    switch arrayKind {
    case .values:
      var values = takeValues()
      guard values.indices.contains(index) else {
        self = .values(values)
        throw Fault("Fatal error: Index out of range", at: site)
      }
      var element = Datum.void
      swap(&element, &values[index])
      defer {
        swap(&element, &values[index])
        self = .values(values)
      }
      try body(&element)
    case .ints:
      var values = takeInts()
      guard values.indices.contains(index) else {
        self = .ints(values)
        throw Fault("Fatal error: Index out of range", at: site)
      }
      var element = Datum.int(values[index])
      defer {
        values[index] = element.integer ?? 0
        self = .ints(values)
      }
      try body(&element)
    case .doubles:
      var values = takeDoubles()
      guard values.indices.contains(index) else {
        self = .doubles(values)
        throw Fault("Fatal error: Index out of range", at: site)
      }
      var element = Datum.double(values[index])
      defer {
        values[index] = element.number ?? 0
        self = .doubles(values)
      }
      try body(&element)
    case nil: throw Datum.notAnArray(site)
    }
  }

  /// Adds one element to an array.
  mutating func appendElement(_ element: Datum, _ site: Site?) throws {
    switch arrayKind {
    case .values:
      var values = takeValues()
      values.append(element)
      self = .values(values)
    case .ints:
      guard case .int(let number) = element else { throw Datum.notAnArray(site) }
      var values = takeInts()
      values.append(number)
      self = .ints(values)
    case .doubles:
      guard case .double(let number) = element else { throw Datum.notAnArray(site) }
      var values = takeDoubles()
      values.append(number)
      self = .doubles(values)
    case nil: throw Datum.notAnArray(site)
    }
  }

  private static func notAnArray(_ site: Site?) -> Fault {
    Fault("overlapping access, or a value used before it was set", at: site)
  }

  private enum ArrayKind { case ints, doubles, values }

  /// How the elements of an array are stored.
  private var arrayKind: ArrayKind? {
    @inline(never) get {
      switch self {
      case .ints: .ints
      case .doubles: .doubles
      case .values: .values
      default: nil
      }
    }
  }

  // Functions of their own, so that nothing of the place is still held when they return: an array that
  // is held twice is copied when it is changed.

  /// Moves a text out of its place.
  @inline(never)
  mutating func takeText() -> String {
    guard case .string(let text) = self else { return "" }
    self = .void
    return text
  }

  /// Moves an array out of its place.
  @inline(never)
  mutating func takeValues() -> [Datum] {
    guard case .values(let values) = self else { return [] }
    self = .void
    return values
  }

  /// Moves an array of integers out of its place.
  @inline(never)
  mutating func takeInts() -> [Int] {
    guard case .ints(let values) = self else { return [] }
    self = .void
    return values
  }

  /// Moves an array of floating-point numbers out of its place.
  @inline(never)
  mutating func takeDoubles() -> [Double] {
    guard case .doubles(let values) = self else { return [] }
    self = .void
    return values
  }
}
