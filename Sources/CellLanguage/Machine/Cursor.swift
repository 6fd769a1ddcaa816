/// A place inside a boxed value, which instructions move along: from a variable to an element of it, to a
/// property of that, and so on. Nothing is retained, copied or moved out on the way.
///
/// It is good only while nothing else runs, so the instructions that use one cursor follow each other
/// without anything between them.
@safe struct Cursor {
  // A cursor starts at a slot, a variable of the cells, a captured value or a box, all of which outlive
  // the few instructions that use it, and goes on to places inside what it was at. Those that change
  // something make each value on their way unique first.

  private let place: UnsafeMutablePointer<Datum>

  init(_ place: UnsafeMutablePointer<Datum>) { unsafe self.place = place }

  @inline(__always)
  private var datum: Datum { unsafe place.pointee }

  /// Whether it is at an array: then a step that was not possible had a wrong index. Otherwise the value
  /// is not there: it was never set, or is being changed elsewhere.
  var isAtArray: Bool {
    switch datum {
    case .ints, .doubles, .values: true
    default: false
    }
  }

  // MARK: - Moving

  /// Into a box.
  @inline(__always)
  func inBox() -> Cursor? {
    guard case .box(let box) = datum else { return nil }
    return unsafe withUnsafeMutablePointer(to: &box.value) { unsafe Cursor($0) }
  }

  /// At an element of an array of boxed values, for reading.
  @inline(__always)
  func element(_ index: Int) -> Cursor? {
    guard case .values(let values) = datum else { return nil }
    guard index >= 0, index < values.count else { return nil }
    return unsafe values.withUnsafeBufferPointer {
      unsafe Cursor(UnsafeMutablePointer(mutating: $0.baseAddress.unsafelyUnwrapped + index))
    }
  }

  /// At a stored property, for reading.
  @inline(__always)
  func field(_ index: Int) -> Cursor? {
    switch datum {
    case .structure(let object): return Cursor.at(index, object.fields)
    case .instance(let object): return Cursor.at(index, object.fields)
    case .tuple(let object): return Cursor.at(index, object.elements)
    default: return nil
    }
  }

  /// At an element of an array that is this place's own from now on.
  @inline(__always)
  func uniqueElement(_ index: Int) -> Cursor? {
    guard case .values(let values) = datum else { return nil }
    guard index >= 0, index < values.count else { return nil }
    return unsafe payload(as: [Datum].self).pointee.withUnsafeMutableBufferPointer {
      unsafe Cursor($0.baseAddress.unsafelyUnwrapped + index)
    }
  }

  /// At a stored property of a value that is this place's own from now on; of an instance, which is a
  /// reference, as it is.
  @inline(__always)
  func uniqueField(_ index: Int) -> Cursor? {
    switch datum {
    case .structure:
      let object = unsafe payload(as: StructObject.self)
      if unsafe !isKnownUniquelyReferenced(&object.pointee) {
        unsafe object.pointee = unsafe StructObject(object.pointee.type, object.pointee.fields)
      }
      return unsafe Cursor.unique(index, &object.pointee.fields)
    case .instance:
      return unsafe Cursor.unique(index, &payload(as: InstanceObject.self).pointee.fields)
    case .tuple:
      let object = unsafe payload(as: TupleObject.self)
      if unsafe !isKnownUniquelyReferenced(&object.pointee) {
        unsafe object.pointee = unsafe TupleObject(object.pointee.elements)
      }
      return unsafe Cursor.unique(index, &object.pointee.elements)
    default: return nil
    }
  }

  /// At the value for a key in a dictionary that is this place's own from now on; a key that is not there
  /// gets a value first. The key is one that the program does not compare itself.
  func uniqueEntry(_ key: Datum, orPut standard: Datum) -> Cursor? {
    guard case .dictionary = datum else { return nil }
    let table = unsafe payload(as: DictionaryObject.self)
    if unsafe !isKnownUniquelyReferenced(&table.pointee) {
      unsafe table.pointee = unsafe DictionaryObject(copying: table.pointee)
    }
    return unsafe table.pointee.cursor(for: key, orPut: standard)
  }

  @inline(__always)
  private static func at(_ index: Int, _ fields: [Datum]) -> Cursor {
    unsafe fields.withUnsafeBufferPointer {
      unsafe Cursor(UnsafeMutablePointer(mutating: $0.baseAddress.unsafelyUnwrapped + index))
    }
  }

  @inline(__always)
  private static func unique(_ index: Int, _ fields: inout [Datum]) -> Cursor {
    unsafe fields.withUnsafeMutableBufferPointer {
      unsafe Cursor($0.baseAddress.unsafelyUnwrapped + index)
    }
  }

  // MARK: - Reading

  @inline(__always)
  func integer() -> Int? {
    guard case .int(let value) = datum else { return nil }
    return value
  }

  @inline(__always)
  func double() -> Double? {
    switch datum {
    case .double(let value): return value
    case .int(let value): return Double(value)
    default: return nil
    }
  }

  @inline(__always)
  func boolean() -> Bool? {
    guard case .bool(let value) = datum else { return nil }
    return value
  }

  /// A copy of the value.
  func copy() -> Datum { datum }

  /// The number of elements of an array.
  @inline(__always)
  func count() -> Int? {
    switch datum {
    case .ints(let values): return values.count
    case .doubles(let values): return values.count
    case .values(let values): return values.count
    default: return nil
    }
  }

  /// The number of characters of a text.
  func textCount() -> Int { datum.characterCount }

  @inline(__always)
  func integer(at index: Int) -> Int? {
    guard case .ints(let values) = datum else { return nil }
    guard index >= 0, index < values.count else { return nil }
    return values[index]
  }

  @inline(__always)
  func double(at index: Int) -> Double? {
    guard case .doubles(let values) = datum else { return nil }
    guard index >= 0, index < values.count else { return nil }
    return values[index]
  }

  // MARK: - Writing

  /// Puts a value here; the one before ends.
  @inline(__always)
  func put(_ value: Datum) {
    switch datum {
    case .int, .double, .bool, .void:
      // Nothing to let go of, which the compiler would look for in a call.
      unsafe place.initialize(to: value)
    default: unsafe place.pointee = value
    }
  }

  /// Moves a value from another place to here.
  @inline(__always)
  func take(from other: Cursor) {
    unsafe place.pointee = other.place.move()
    unsafe other.place.initialize(to: .void)
  }

  @inline(__always)
  func put(_ value: Int, at index: Int) -> Bool {
    guard case .ints(let values) = datum else { return false }
    guard index >= 0, index < values.count else { return false }
    unsafe payload(as: [Int].self).pointee[index] = value
    return true
  }

  @inline(__always)
  func put(_ value: Double, at index: Int) -> Bool {
    guard case .doubles(let values) = datum else { return false }
    guard index >= 0, index < values.count else { return false }
    unsafe payload(as: [Double].self).pointee[index] = value
    return true
  }

  @inline(__always)
  func append(_ value: Int) -> Bool {
    guard case .ints = datum else { return false }
    unsafe payload(as: [Int].self).pointee.append(value)
    return true
  }

  @inline(__always)
  func append(_ value: Double) -> Bool {
    guard case .doubles = datum else { return false }
    unsafe payload(as: [Double].self).pointee.append(value)
    return true
  }

  func append(_ value: Datum) -> Bool {
    guard case .values = datum else { return false }
    unsafe payload(as: [Datum].self).pointee.append(value)
    return true
  }

  /// Adds to the text that is here.
  @inline(__always)
  func append(text: String) {
    guard case .string = datum else { return }
    unsafe payload(as: String.self).pointee += text
  }

  /// Adds a text to a text, or the elements of an array to an array.
  func append(contentsOf value: Datum, _ machine: Machine) throws {
    if case .string = datum, case .string(let more) = value, more.utf8.count < 1 << 18 {
      unsafe payload(as: String.self).pointee += more
    } else {
      try unsafe place.pointee.append(contentsOf: value, machine)
    }
  }

  /// The payload where it lies, so that it can be changed without being moved out and in again.
  ///
  /// An enum with several payloads keeps the payload at its beginning and the number of the case behind
  /// it, unless all payloads have bits to spare; `Int` has none. `CursorTests` hold the compiler to it.
  @inline(__always)
  private func payload<Payload>(as type: Payload.Type) -> UnsafeMutablePointer<Payload> {
    unsafe UnsafeMutableRawPointer(place).assumingMemoryBound(to: type)
  }
}

extension Slots {
  /// The place of a variable.
  @inline(__always)
  func cursor(_ index: Int) -> Cursor { unsafe Cursor(pointer(to: index)) }
}
