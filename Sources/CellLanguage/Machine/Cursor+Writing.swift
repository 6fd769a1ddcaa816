/// Changing what is at the place.
extension Cursor {
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

  /// Puts a value here, where a scalar is: there is nothing to let go of.
  @inline(__always)
  func putScalar(_ value: Datum) { unsafe place.initialize(to: value) }

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
    switch (datum, value) {
    case (.string, .string(let more)) where more.utf8.count < 1 << 18: append(text: more)
    case (.string, .character(let more)): unsafe payload(as: String.self).pointee.append(more)
    case (.string, .substring(let object, let span)):
      unsafe payload(as: String.self).pointee.append(contentsOf: object.value(span))
    default: try unsafe place.pointee.append(contentsOf: value, machine)
    }
  }

  /// Whether the text, character or place in a text that is here is the same as another.
  @inline(never)
  func isEqual(to other: Cursor) -> Bool {
    if let byte = other.byte { return isCharacter(byte) }
    return switch (datum, other.datum) {
    case (.character(let a), .character(let b)): a.isSame(as: b)
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
}
