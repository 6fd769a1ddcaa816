/// A place inside a boxed value, which instructions move along: from a variable to an element of it, to a
/// property of that, and so on. Nothing is retained, copied or moved out on the way.
///
/// It is good only while nothing else runs, so the instructions that use one cursor follow each other
/// without anything between them.
@safe struct Cursor {
  // A cursor starts at a slot, a variable of the cells, a captured value or a box, all of which outlive
  // the few instructions that use it, and goes on to places inside what it was at. Those that change
  // something make each value on their way unique first.

  let place: UnsafeMutablePointer<Datum>

  init(_ place: UnsafeMutablePointer<Datum>) { unsafe self.place = place }

  @inline(__always)
  var datum: Datum { unsafe place.pointee }

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
    guard unsafe Parts(place.pointee) != nil else { return nil }
    // The object is held by what is here, and not once more.
    return unsafe payload(as: Unmanaged<ObjectOfFields>.self).pointee._withUnsafeGuaranteedRef {
      $0.cursor(toField: index)
    }
  }

  /// So many fields further.
  @inline(__always)
  func next(_ count: Int) -> Cursor { unsafe Cursor(place + count) }

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
    case .instance: break
    case .tuple:
      let object = unsafe payload(as: TupleObject.self)
      if unsafe !isKnownUniquelyReferenced(&object.pointee) {
        unsafe object.pointee = unsafe TupleObject(object.pointee.elements)
      }
    case .enumeration, nil: return nil
    }
    return unsafe payload(as: Unmanaged<ObjectOfFields>.self).pointee._withUnsafeGuaranteedRef {
      $0.uniqueCursor(toField: index)
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
  @inline(never)
  func uniqueEntry(_ key: Cursor) -> Cursor? {
    guard let table = unsafe uniqueTable() else { return nil }
    return unsafe table._withUnsafeGuaranteedRef { $0.cursor(for: key) }
  }

  /// The dictionary that is here and this place's own from now on.
  @inline(__always)
  private func uniqueTable() -> Unmanaged<DictionaryObject>? {
    guard case .dictionary = datum else { return nil }
    let table = unsafe payload(as: DictionaryObject.self)
    if unsafe !isKnownUniquelyReferenced(&table.pointee) {
      unsafe table.pointee = unsafe DictionaryObject(copying: table.pointee)
    }
    return unsafe payload(as: Unmanaged<DictionaryObject>.self).pointee
  }

  /// What kind of value has fields.
  private enum Parts {
    case structure, instance, tuple, enumeration

    @inline(__always)
    init?(_ datum: borrowing Datum) {
      switch datum {
      case .structure: self = .structure
      case .instance: self = .instance
      case .tuple: self = .tuple
      case .enumeration: self = .enumeration
      default: return nil
      }
    }
  }

  /// At the value for a key in a dictionary that is this place's own from now on; a key that is not there
  /// gets a value first. The key is one that the program does not compare itself.
  func uniqueEntry(_ key: Datum, orPut standard: Datum) -> Cursor? {
    guard let table = unsafe uniqueTable() else { return nil }
    return unsafe table._withUnsafeGuaranteedRef { $0.cursor(for: key, orPut: standard) }
  }

  /// The value for a key in the dictionary that is here, `none` when there is none.
  @inline(never)
  func value(for key: Cursor) -> Datum? {
    guard case .dictionary(let table) = datum else { return nil }
    return table.value(key.datum) ?? Datum.none
  }
}

extension UnsafePointer<[Datum]> {
  /// At an element of the array that is here, for reading.
  @inline(__always)
  func cursor(to index: Int) -> Cursor {
    unsafe pointee.withUnsafeBufferPointer {
      unsafe Cursor(UnsafeMutablePointer(mutating: $0.baseAddress.unsafelyUnwrapped + index))
    }
  }
}

extension UnsafeMutablePointer<[Datum]> {
  /// At an element of the array that is here, which nobody else holds from then on.
  @inline(__always)
  func uniqueCursor(to index: Int) -> Cursor {
    unsafe pointee.withUnsafeMutableBufferPointer {
      unsafe Cursor($0.baseAddress.unsafelyUnwrapped + index)
    }
  }
}

extension Slots {
  /// The place of a variable.
  @inline(__always)
  func cursor(_ index: Int) -> Cursor { unsafe Cursor(pointer(to: index)) }
}
