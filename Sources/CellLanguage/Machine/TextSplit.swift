/// A loop over the parts of a text as `split(separator:omittingEmptySubsequences:)` answers them, taken one
/// after the other and without an array of them.
///
/// The text becomes what is left of it: a stretch of a text in which every byte is a character. Any other
/// text is split at once, into an array that has the first part at its end.
struct TextSplit {
  /// The slot of what is left.
  let rest: Int
  let separator: UInt8
  let omitsEmpty: Bool

  /// A text that parts can be taken from.
  func begin(_ text: Datum) -> Datum {
    if let simple = text.simple { return simple }
    let parts = text.view.parts(
      by: Character(Unicode.Scalar(separator)), maxSplits: .max, omitsEmpty: omitsEmpty)
    return .values(parts.reversed())
  }

  /// Takes the next part from the bytes of a text; what is left after the last one begins behind its end.
  @inline(__always)
  func take(from rest: inout TextSpan, of bytes: UnsafeBufferPointer<UInt8>) -> TextSpan? {
    var start = Int(rest.start)
    let end = Int(rest.end)
    if omitsEmpty {
      while start < end, unsafe bytes[start] == separator { start += 1 }
    }
    guard start < end || start == end && !omitsEmpty else { return nil }
    var partEnd = start
    while partEnd < end, unsafe bytes[partEnd] != separator { partEnd += 1 }
    rest = TextSpan(start: Int32(truncatingIfNeeded: partEnd + 1), end: rest.end)
    return TextSpan(
      start: Int32(truncatingIfNeeded: start), end: Int32(truncatingIfNeeded: partEnd))
  }
}
