extension Datum {
  var isSome: Bool { if case .some = self { true } else { false } }
  var instanceObject: InstanceObject? {
    if case .instance(let object) = self { object } else { nil }
  }

  /// An element of an array, by an index that the program computed.
  func element(_ index: Int, _ site: Site) throws -> Datum {
    guard arrayStorage != nil else { throw Datum.notAnArray(site) }
    guard index >= 0, index < elementCount else { throw Datum.outOfRange(site) }
    return element(index)
  }

  /// Hands out an element of an array for changing.
  mutating func withElement(_ index: Int, _ site: Site, _ body: (inout Datum) throws -> Void) throws
  {
    try withoutActuallyEscaping(body) { body in
      switch try change(by: ElementAccess(index: index, body: body)) {
      case true: break
      case false: throw Datum.outOfRange(site)
      case nil: throw Datum.notAnArray(site)
      }
    }
  }

  /// Adds one element to an array.
  mutating func appendElement(_ element: Datum, _ site: Site?) throws {
    if try change(by: Appending(element: element)) == nil { throw Datum.notAnArray(site) }
  }

  private static func outOfRange(_ site: Site?) -> Fault {
    Fault("Fatal error: Index out of range", at: site)
  }

  private static func notAnArray(_ site: Site?) -> Fault {
    Fault("overlapping access, or a value used before it was set", at: site)
  }
}
