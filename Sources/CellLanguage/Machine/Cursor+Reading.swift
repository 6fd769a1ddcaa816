/// Reading what is at the place.
extension Cursor {
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
}
