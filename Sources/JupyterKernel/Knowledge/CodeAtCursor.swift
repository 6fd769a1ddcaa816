package import Text

/// A cell with the place in it that a client asks about.
package struct CodeAtCursor {
  /// The cell.
  package let code: String
  /// The place, in UTF-8.
  package let offset: Int

  /// Reads the content of `complete_request` or `inspect_request`, whose places count Unicode scalars.
  package init(_ content: JSONValue) {
    code = content.text("code")
    offset = content.count("cursor_pos").map(code.byteOffset(ofScalar:)) ?? code.utf8.count
  }

  /// The name that the place is in or at the end of, with what it is a member of: `runs[0].history`;
  /// nil where there is none.
  package var name: String? {
    let bytes = Array(code.utf8)
    var end = min(offset, bytes.count)
    while end < bytes.count, Self.isWord(bytes[end]) { end += 1 }
    var start = end
    while start > 0, Self.isWord(bytes[start - 1]) { start -= 1 }
    guard start < end, !(UInt8(ascii: "0")...UInt8(ascii: "9") ~= bytes[start]) else { return nil }
    while let next = Self.ownerStart(bytes, before: start) { start = next }
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  /// Where the expression begins whose member the name at a place is; nil where it is nobody's.
  private static func ownerStart(_ bytes: [UInt8], before place: Int) -> Int? {
    guard place > 1, bytes[place - 1] == UInt8(ascii: ".") else { return nil }
    var start = place - 1
    if start > 0, bytes[start - 1] == UInt8(ascii: "\"") { return textStart(bytes, end: start - 1) }
    while start > 0, let open = opening(of: bytes[start - 1]) {
      guard let before = match(bytes, open: open, close: bytes[start - 1], at: start - 1) else {
        return nil
      }
      start = before
    }
    let end = start
    while start > 0, isWord(bytes[start - 1]) { start -= 1 }
    // A literal or a bracket alone has members, too.
    return start < end || end < place - 1 ? start : nil
  }

  /// Where the text begins whose last quotation mark is at a place.
  private static func textStart(_ bytes: [UInt8], end: Int) -> Int? {
    let mark = UInt8(ascii: "\"")
    if end >= 5, bytes[end - 2..<end] == [mark, mark] {
      return (0...end - 5).last { bytes[$0..<$0 + 3] == [mark, mark, mark] }
    }
    return (0..<end).last { place in
      bytes[place] == mark && (place == 0 || bytes[place - 1] != UInt8(ascii: "\\"))
    }
  }

  private static func opening(of byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "]"): UInt8(ascii: "[")
    case UInt8(ascii: ")"): UInt8(ascii: "(")
    default: nil
    }
  }

  private static func match(_ bytes: [UInt8], open: UInt8, close: UInt8, at end: Int) -> Int? {
    var depth = 0
    for place in (0...end).reversed() {
      if bytes[place] == close { depth += 1 }
      if bytes[place] == open { depth -= 1 }
      if depth == 0 { return place }
    }
    return nil
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...:
      true
    default: false
    }
  }
}

extension CodeAtCursor {
  /// The command that the place is in, as an entry of its own, or all of the cell; and where it begins in
  /// the cell, in UTF-8.
  package var part: (text: String, start: Int) {
    let before = code.utf8.prefix(offset)
    let lineStart = before.lastIndex(of: 0x0A).map {
      before.distance(from: before.startIndex, to: $0) + 1
    }
    let line = code.utf8.dropFirst(lineStart ?? 0).prefix { $0 != 0x0A }
    let blanks = line.prefix { $0 == 0x20 || $0 == 0x09 }.count
    let text = String(decoding: line.dropFirst(blanks), as: UTF8.self)
    let start = (lineStart ?? 0) + blanks
    return text.hasPrefix(":") && offset >= start ? (text, start) : (code, 0)
  }
}
