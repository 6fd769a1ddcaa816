internal import CellChecking

/// The elements of an array, and the payload where it lies.
extension Cursor {
  // Not by the array's own subscript and `count`: those stay calls in a function as large as the
  // interpreter.

  /// The elements of the array that is here.
  @inline(__always)
  func elements<Element>(_ type: Element.Type) -> UnsafeBufferPointer<Element> {
    unsafe payload(as: [Element].self).pointee.withUnsafeBufferPointer { unsafe $0 }
  }

  /// Where an element is; `nil` when there is none.
  @inline(__always)
  func address<Element>(
    of index: Int, in elements: UnsafeBufferPointer<Element>
  ) -> UnsafePointer<Element>? {
    // As numbers without a sign, so that what is below 0 is too large.
    guard UInt(bitPattern: index) < UInt(bitPattern: elements.count) else { return nil }
    return unsafe elements.baseAddress.unsafelyUnwrapped + index
  }

  /// Where an element is of an array that is this place's own from now on; `nil` when there is none.
  @inline(__always)
  func uniqueAddress<Element>(
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
  func payload<Payload>(as type: Payload.Type) -> UnsafeMutablePointer<Payload> {
    unsafe UnsafeMutableRawPointer(place).assumingMemoryBound(to: type)
  }
}
