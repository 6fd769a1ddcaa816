/// A stretch of source text, in UTF-8 offsets.
package struct SourceRange: Hashable, Sendable {
  package var start: Int32
  package var end: Int32

  package init(start: Int32, end: Int32) {
    self.start = start
    self.end = end
  }

  package static let none = SourceRange(start: 0, end: 0)

  /// The stretch from the start of one to the end of another.
  package static func + (lhs: SourceRange, rhs: SourceRange) -> SourceRange {
    SourceRange(start: min(lhs.start, rhs.start), end: max(lhs.end, rhs.end))
  }
}

/// The text of one cell or library file, which finds the line and column of an offset.
package final class SourceText: Sendable {
  package let name: String
  package let text: String
  package let lineOffset: Int
  /// Whether faults inside are reported at the caller's place, as in Swift's own library.
  package let isLibrary: Bool

  package init(_ text: String, named name: String, lineOffset: Int = 0, isLibrary: Bool = false) {
    self.text = text
    self.name = name
    self.lineOffset = lineOffset
    self.isLibrary = isLibrary
  }

  /// The line and column of an offset, from one, and the text of the line.
  package func position(at offset: Int) -> (line: Int, column: Int, text: String) {
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
