/// How deeply square brackets stand in each other, for a text that has not been parsed.
///
/// SwiftParser looks ahead from each opening bracket whether a type follows, and does so twice for
/// the bracket right inside (once for `[3 of Int]`, once for `[Int]`), so that its time doubles
/// with each: 20 take a second, 40 a week, and nothing can interrupt it. So a text is looked at
/// before it is parsed.
///
/// Strings are no types and end such a chain. What is in a string without interpolations does not count,
/// where it is certain that it is one: a quotation mark in a regular expression begins none. Otherwise what
/// stands between two quotation marks is counted by itself, whether it is inside a string or outside.
package struct BracketChain {
  /// More than anybody writes, and parsed within a tenth of a second.
  package static let limit = 14

  /// Returns the place of the first bracket that is in more than ``limit`` others.
  package static func tooDeep(in text: String) -> Int32? {
    let texts = PlainTexts(in: text)
    var depth = 0
    var comments = 0
    var previous: UInt8 = 0
    var isLineComment = false
    for (offset, byte) in text.utf8.enumerated() {
      defer { previous = byte }
      if texts.contains(offset) { continue }
      if byte == UInt8(ascii: "\"") {
        // What looked like a comment may have stood in a string: count too much, never too little.
        (depth, comments, isLineComment) = (0, 0, false)
        continue
      }
      if isLineComment {
        isLineComment = byte != UInt8(ascii: "\n")
        continue
      }
      switch (previous, byte) {
      case (UInt8(ascii: "/"), UInt8(ascii: "*")): comments += 1
      case (UInt8(ascii: "*"), UInt8(ascii: "/")): comments = max(0, comments - 1)
      case (UInt8(ascii: "/"), UInt8(ascii: "/")) where comments == 0: isLineComment = true
      case (_, UInt8(ascii: "[")) where comments == 0:
        depth += 1
        if depth > limit { return Int32(clamping: offset) }
      case (_, UInt8(ascii: "]")) where comments == 0: depth = max(0, depth - 1)
      default: break
      }
    }
    return nil
  }
}
