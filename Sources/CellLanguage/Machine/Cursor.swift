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
    case .ints, .doubles, .bools, .values: true
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
    guard case .values = datum else { return nil }
    return unsafe address(of: index, in: elements(Datum.self)).map {
      unsafe Cursor(UnsafeMutablePointer(mutating: $0))
    }
  }

  /// At a stored property, for reading.
  @inline(__always)
  func field(_ index: Int) -> Cursor? {
    switch datum {
    case .structure(let object): return Cursor.at(index, object.fields)
    case .instance(let object): return Cursor.at(index, object.fields)
    case .tuple(let object): return Cursor.at(index, object.elements)
    case .enumeration(let object): return Cursor.at(index, object.payload)
    default: return nil
    }
  }

  /// At an element of an array that is this place's own from now on.
  @inline(__always)
  func uniqueElement(_ index: Int) -> Cursor? {
    guard case .values = datum, let place = unsafe uniqueAddress(of: index, Datum.self) else {
      return nil
    }
    return unsafe Cursor(place)
  }

  /// At a stored property of a value that is this place's own from now on; of an instance, which is a
  /// reference, as it is.
  @inline(__always)
  func uniqueField(_ index: Int) -> Cursor? {
    // Looked at first and by itself: a value that is looked at is held, and would have two holders here.
    switch unsafe Parts(place.pointee) {
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
    case nil: return nil
    }
  }

  /// At what the optional here wraps; `nil` when there is nothing. To be changed, it is this place's own
  /// from now on.
  @inline(__always)
  func payload(isUnique: Bool) -> Cursor? {
    switch Wrapping(unsafe place.pointee) {
    case .nothing: return nil
    case .itself: return self
    case .object:
      let object = unsafe payload(as: SomeObject.self)
      if isUnique, unsafe !isKnownUniquelyReferenced(&object.pointee) {
        unsafe object.pointee = unsafe SomeObject(object.pointee.value)
      }
      return unsafe withUnsafeMutablePointer(to: &object.pointee.value) { unsafe Cursor($0) }
    }
  }

  /// How an optional keeps what it wraps.
  private enum Wrapping {
    case nothing, itself, object

    @inline(__always)
    init(_ datum: borrowing Datum) {
      switch datum {
      case .none: self = .nothing
      case .some: self = .object
      default: self = .itself
      }
    }
  }

  /// At the value for a key in a dictionary that is this place's own from now on; `nil` when it has none.
  func uniqueEntry(_ key: Datum) -> Cursor? {
    guard case .dictionary = datum else { return nil }
    let table = unsafe payload(as: DictionaryObject.self)
    if unsafe !isKnownUniquelyReferenced(&table.pointee) {
      unsafe table.pointee = unsafe DictionaryObject(copying: table.pointee)
    }
    return unsafe table.pointee.cursor(for: key)
  }

  /// What kind of value has fields.
  private enum Parts {
    case structure, instance, tuple

    @inline(__always)
    init?(_ datum: borrowing Datum) {
      switch datum {
      case .structure: self = .structure
      case .instance: self = .instance
      case .tuple: self = .tuple
      default: return nil
      }
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

  /// The value for a key in the dictionary that is here, `none` when there is none.
  @inline(never)
  func value(for key: Cursor) -> Datum? {
    guard case .dictionary(let table) = datum else { return nil }
    return table.value(key.datum) ?? Datum.none
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

  /// The function value, without retaining it.
  @inline(__always)
  func closure() -> Unmanaged<ClosureObject>? {
    guard case .closure = datum else { return nil }
    return unsafe payload(as: Unmanaged<ClosureObject>.self).pointee
  }

  /// The type of the instance that is here.
  @inline(__always)
  func instanceType() -> TypeObject? {
    guard case .instance = datum else { return nil }
    return unsafe payload(as: Unmanaged<InstanceObject>.self).pointee._withUnsafeGuaranteedRef {
      $0.type
    }
  }

  /// A copy of the value.
  func copy() -> Datum { datum }

  /// The number of elements of an array.
  @inline(__always)
  func count() -> Int? {
    switch datum {
    case .ints: return unsafe elements(Int.self).count
    case .doubles: return unsafe elements(Double.self).count
    case .bools: return unsafe elements(Bool.self).count
    case .values: return unsafe elements(Datum.self).count
    default: return nil
    }
  }

  /// The number of characters of a text.
  @inline(__always)
  func textCount() -> Int {
    if case .substring(_, let span) = datum, let count = span.count { return count }
    return longTextCount()
  }

  @inline(never)
  private func longTextCount() -> Int { datum.characterCount }

  @inline(__always)
  func integer(at index: Int) -> Int? {
    guard case .ints = datum else { return nil }
    return unsafe address(of: index, in: elements(Int.self))?.pointee
  }

  @inline(__always)
  func double(at index: Int) -> Double? {
    guard case .doubles = datum else { return nil }
    return unsafe address(of: index, in: elements(Double.self))?.pointee
  }

  @inline(__always)
  func boolean(at index: Int) -> Bool? {
    guard case .bools = datum else { return nil }
    return unsafe address(of: index, in: elements(Bool.self))?.pointee
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

  /// Moves what is here out; nothing is here then.
  @inline(__always)
  func take() -> Datum {
    let value = unsafe place.move()
    unsafe place.initialize(to: .void)
    return value
  }

  /// Moves an element of the array here to another place; copies it when somebody else holds the array.
  @inline(__always)
  func takeElement(_ index: Int, to other: Cursor) -> Bool {
    guard case .values = datum, let place = unsafe address(of: index, in: elements(Datum.self))
    else { return false }
    if unsafe isKnownUniquelyReferenced(&payload(as: AnyObject.self).pointee) {
      unsafe other.take(from: Cursor(UnsafeMutablePointer(mutating: place)))
    } else {
      unsafe other.place.pointee = place.pointee
    }
    return true
  }

  @inline(__always)
  func put(_ value: Int, at index: Int) -> Bool {
    guard case .ints = datum, let place = unsafe uniqueAddress(of: index, Int.self) else {
      return false
    }
    unsafe place.pointee = value
    return true
  }

  @inline(__always)
  func put(_ value: Double, at index: Int) -> Bool {
    guard case .doubles = datum, let place = unsafe uniqueAddress(of: index, Double.self) else {
      return false
    }
    unsafe place.pointee = value
    return true
  }

  @inline(__always)
  func put(_ value: Bool, at index: Int) -> Bool {
    guard case .bools = datum, let place = unsafe uniqueAddress(of: index, Bool.self) else {
      return false
    }
    unsafe place.pointee = value
    return true
  }

  func append(_ value: Int) -> Bool {
    guard case .ints = datum else { return false }
    unsafe payload(as: [Int].self).pointee.append(value)
    return true
  }

  func append(_ value: Double) -> Bool {
    guard case .doubles = datum else { return false }
    unsafe payload(as: [Double].self).pointee.append(value)
    return true
  }

  func append(_ value: Bool) -> Bool {
    guard case .bools = datum else { return false }
    unsafe payload(as: [Bool].self).pointee.append(value)
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

  /// Whether the text, character or place in a text that is here is the same as another.
  @inline(never)
  func isEqual(to other: Cursor) -> Bool {
    switch (datum, other.datum) {
    case (.character(let a), .character(let b)): a == b
    case (.string(let a), .string(let b)): a == b
    default: datum.equals(other.datum)
    }
  }

  // MARK: - The parts of a text

  /// Makes a text ready for parts to be taken from it.
  @inline(never)
  func beginParts(_ split: TextSplit) { unsafe place.pointee = split.begin(place.pointee) }

  /// Moves the next part of the text to another place; `false` when there is none left.
  @inline(never)
  func takePart(_ split: TextSplit, to other: Cursor) -> Bool {
    switch datum {
    case .substring(let object, _):
      let taken = unsafe object.withBytes { bytes in
        unsafe split.take(from: &payload(as: Stretch.self).pointee.span, of: bytes)
      }
      guard let taken else { return false }
      if case .substring(let last, _) = other.datum, last === object {
        // Nothing to hold or to let go of.
        unsafe other.payload(as: Stretch.self).pointee.span = taken
      } else {
        other.put(.substring(object, taken))
      }
      return true
    case .values:
      guard let part = unsafe payload(as: [Datum].self).pointee.popLast() else { return false }
      other.put(part)
      return true
    default: return false
    }
  }

  /// What a substring consists of.
  private typealias Stretch = (text: SubstringObject, span: TextSpan)

  // MARK: - The elements of an array

  // Not by the array's own subscript and `count`: those stay calls in a function as large as the
  // interpreter.

  /// The elements of the array that is here.
  @inline(__always)
  private func elements<Element>(_ type: Element.Type) -> UnsafeBufferPointer<Element> {
    unsafe payload(as: [Element].self).pointee.withUnsafeBufferPointer { unsafe $0 }
  }

  /// Where an element is; `nil` when there is none.
  @inline(__always)
  private func address<Element>(
    of index: Int, in elements: UnsafeBufferPointer<Element>
  ) -> UnsafePointer<Element>? {
    // As numbers without a sign, so that what is below 0 is too large.
    guard UInt(bitPattern: index) < UInt(bitPattern: elements.count) else { return nil }
    return unsafe elements.baseAddress.unsafelyUnwrapped + index
  }

  /// Where an element is of an array that is this place's own from now on; `nil` when there is none.
  @inline(__always)
  private func uniqueAddress<Element>(
    of index: Int, _ type: Element.Type
  ) -> UnsafeMutablePointer<Element>? {
    guard unsafe UInt(bitPattern: index) < UInt(bitPattern: elements(type).count) else {
      return nil
    }
    return unsafe payload(as: [Element].self).pointee.withUnsafeMutableBufferPointer {
      unsafe $0.baseAddress.unsafelyUnwrapped + index
    }
  }

  /// The payload where it lies, so that it can be changed without being moved out and in again.
  ///
  /// An enum with several payloads keeps the payload at its beginning and the number of the case behind
  /// it, unless all payloads have bits to spare; an `Int` and a `TextSpan` together have none. Nearly every
  /// program of the tests holds the compiler to it.
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
