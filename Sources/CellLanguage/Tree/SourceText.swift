/// A stretch of source text, in UTF-8 offsets.
struct SourceRange: Hashable, Sendable {
  var start: Int32
  var end: Int32

  static let none = SourceRange(start: 0, end: 0)

  /// The stretch from the start of one to the end of another.
  static func + (lhs: SourceRange, rhs: SourceRange) -> SourceRange {
    SourceRange(start: min(lhs.start, rhs.start), end: max(lhs.end, rhs.end))
  }
}

/// The text of one cell or library file, which finds the line and column of an offset.
final class SourceText: Sendable {
  let name: String
  let text: String
  let lineOffset: Int
  /// Whether faults inside are reported at the caller's place, as in Swift's own library.
  let isLibrary: Bool

  init(_ text: String, named name: String, lineOffset: Int = 0, isLibrary: Bool = false) {
    self.text = text
    self.name = name
    self.lineOffset = lineOffset
    self.isLibrary = isLibrary
  }

  /// Where a range is, with the text of its first line.
  func place(of range: SourceRange) -> SourcePlace {
    let start = position(at: Int(range.start))
    let end = position(at: Int(max(range.start, range.end)))
    return SourcePlace(
      source: name, line: start.line + lineOffset, column: start.column,
      endLine: end.line + lineOffset, endColumn: end.column, text: start.text)
  }

  /// Whether a place begins within a range.
  func contains(_ place: SourcePlace, in range: SourceRange) -> Bool {
    let whole = self.place(of: range)
    let start = (place.line, place.column)
    return place.source == name && start >= (whole.line, whole.column)
      && start < (whole.endLine, whole.endColumn)
  }

  private func position(at offset: Int) -> (line: Int, column: Int, text: String) {
    let utf8 = text.utf8
    let end = min(offset, utf8.count)
    var line = 1
    var lineStart = utf8.startIndex
    var index = utf8.startIndex
    var count = 0
    while count < end {
      if utf8[index] == UInt8(ascii: "\n") {
        line += 1
        lineStart = utf8.index(after: index)
      }
      index = utf8.index(after: index)
      count += 1
    }
    let lineEnd = utf8[lineStart...].firstIndex(of: UInt8(ascii: "\n")) ?? utf8.endIndex
    var content = String(text[lineStart..<lineEnd])
    if content.hasSuffix("\r") { content.removeLast() }
    let column = String(decoding: utf8[lineStart..<index], as: UTF8.self).count + 1
    return (line, column, content)
  }
}
