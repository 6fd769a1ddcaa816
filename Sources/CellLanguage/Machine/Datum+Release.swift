extension [Datum] {
  /// Lets go of values that lead to others, without native calls as deep as the values are nested: the
  /// end of a list of a million nodes must not be the end of the process.
  mutating func dismantle() {
    guard contains(where: \.leadsFurther) else { return }
    var pending = self
    self = []
    while var next = pending.popLast() { next.moveParts(into: &pending) }
  }
}

extension Datum {
  /// Arrays longer than this are let go of by themselves: chains are not made of them.
  private static let longestLink = 32

  /// Whether it holds values that hold values.
  fileprivate var leadsFurther: Bool { parts.contains { !$0.parts.isEmpty } }

  /// The values of an object behind the datum.
  private var parts: [Datum] {
    switch self {
    case .tuple(let object): object.elements
    case .structure(let object): object.fields
    case .enumeration(let object): object.payload
    case .instance(let object): object.fields
    case .closure(let object): object.captures
    case .values(let values): values.count <= Datum.longestLink ? values : []
    case .some(let object): [object.value]
    case .erased(let object): [object.value]
    case .box(let box): [box.value]
    default: []
    }
  }

  /// Moves the parts of an object that nobody else holds to a list, so that its own end is shallow.
  fileprivate mutating func moveParts(into list: inout [Datum]) {
    switch self {
    case .tuple(var object):
      self = .void
      if isKnownUniquelyReferenced(&object) { list += object.takeParts() }
    case .structure(var object):
      self = .void
      if isKnownUniquelyReferenced(&object) { list += object.takeParts() }
    case .enumeration(var object):
      self = .void
      if isKnownUniquelyReferenced(&object) { list += object.takeParts() }
    case .instance(var object):
      self = .void
      // What has a `deinit` needs its properties once more.
      if object.graveyard == nil, isKnownUniquelyReferenced(&object) { list += object.takeParts() }
    case .closure(var object):
      self = .void
      if isKnownUniquelyReferenced(&object) { list += object.takeParts() }
    case .some(var object):
      self = .void
      if isKnownUniquelyReferenced(&object) { list += object.takeParts() }
    case .erased(var object):
      self = .void
      if isKnownUniquelyReferenced(&object) { list += object.takeParts() }
    case .box(var box):
      self = .void
      if isKnownUniquelyReferenced(&box) { list += box.takeParts() }
    case .values(let values) where values.count <= Datum.longestLink: list += values
    default: break
    }
  }
}

extension TupleObject {
  fileprivate func takeParts() -> [Datum] {
    defer { elements = [] }
    return elements
  }
}

extension StructObject {
  fileprivate func takeParts() -> [Datum] {
    defer { fields = [] }
    return fields
  }
}

extension EnumObject {
  fileprivate func takeParts() -> [Datum] {
    defer { payload = [] }
    return payload
  }
}

extension InstanceObject {
  fileprivate func takeParts() -> [Datum] {
    defer { fields = [] }
    return fields
  }
}

extension ClosureObject {
  fileprivate func takeParts() -> [Datum] {
    defer { captures = [] }
    return captures
  }
}

extension SomeObject {
  fileprivate func takeParts() -> [Datum] {
    defer { value = .void }
    return [value]
  }
}

extension ErasedObject {
  fileprivate func takeParts() -> [Datum] {
    defer { value = .void }
    return [value]
  }
}

extension Box {
  fileprivate func takeParts() -> [Datum] {
    defer { value = .void }
    return [value]
  }
}
