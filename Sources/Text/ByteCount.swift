/// A number of bytes in words: in bytes, or with one digit after the point in kB, MB or GB, of which
/// each is a thousand of the one before.
///
///     byteCount(9_464_212)   → "9.5 MB"
package func byteCount(_ count: Int) -> String {
  guard count >= 1000 else { return count == 1 ? "1 byte" : "\(count) bytes" }
  // From where a number is rounded up to a thousand, the next unit is the shorter one.
  let (unit, size) =
    count < 999_950 ? ("kB", 1000) : count < 999_950_000 ? ("MB", 1_000_000) : ("GB", 1_000_000_000)
  let tenths = (count / (size / 100) + 5) / 10
  return "\(tenths / 10).\(tenths % 10) \(unit)"
}
