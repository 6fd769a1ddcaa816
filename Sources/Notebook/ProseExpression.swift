/// An expression that stands in prose, whose value is shown there: a code span that begins with `{swift}`.
///
///     Guessing is right in `{swift} 100 / way` % of all cases.
///
/// What a code span is, CommonMark says: there is none in a block of code, in HTML or in a formula. A span
/// of `{swift}` alone, or one with a blank before it, is code.
public struct ProseExpression: Sendable, Equatable {
  /// The expression, in one line.
  public let text: String
  /// The code span with its backticks, in UTF-8 from the beginning of the prose.
  let span: Range<Int>
  /// How many backticks it begins and ends with.
  let fenceLength: Int
  /// The part of the span that the expression is written in, as ``span``.
  let source: Range<Int>
  /// Where each character of the expression is in the file, and where it ends.
  private let positions: [Position]
  /// The lines of the file that it stands in, the first of which is that of the first position.
  private let lines: [String]

  /// A place in a file.
  public struct Position: Sendable, Equatable {
    /// The line, from 1.
    public let line: Int
    /// The column in characters, from 1.
    public let column: Int
  }

  /// What an expression begins with in its code span.
  static let mark = "{swift}"

  init(
    _ text: String, span: Range<Int>, fenceLength: Int, source: Range<Int>, offsets: [Int],
    in prose: ProseText
  ) {
    self.text = text
    self.span = span
    self.fenceLength = fenceLength
    self.source = source
    let positions = offsets.map(prose.position(of:))
    let numbers = (positions.first?.line ?? 1)...(positions.last?.line ?? 1)
    self.positions = positions
    lines = numbers.map(prose.line(_:))
  }

  /// Where the expression begins.
  public var start: Position { position(ofColumn: 1) }

  /// Where the character in a column of the expression, from 1, is in the file; what is beyond its end is
  /// there.
  public func position(ofColumn column: Int) -> Position {
    positions[max(0, min(column - 1, positions.count - 1))]
  }

  /// The text of a line of the file that the expression stands in.
  public func line(_ number: Int) -> String {
    let index = number - start.line
    return lines.indices.contains(index) ? lines[index] : ""
  }
}

/// The bytes of prose, of which one wants to know where in the file they are.
struct ProseText {
  let bytes: [UInt8]
  private let firstLine: Int
  /// Where each line begins.
  private let starts: [Int]
  private let contents: [Substring]

  init(_ prose: NotebookDocument.Prose) {
    bytes = Array(prose.text.utf8)
    firstLine = prose.firstLine
    let lines = Lines(prose.text).all
    var start = 0
    starts = lines.map { line in
      defer { start += line.utf8.count }
      return start
    }
    contents = lines.map(Lines.content(of:))
  }

  /// The line and the column of a byte.
  func position(of offset: Int) -> ProseExpression.Position {
    let index = max(0, (starts.firstIndex { $0 > offset } ?? starts.count) - 1)
    let before = String(decoding: bytes[starts[index]..<offset], as: UTF8.self)
    return .init(line: firstLine + index, column: Self.withoutMark(before[...]).count + 1)
  }

  /// The text of a line, by its number in the file.
  func line(_ number: Int) -> String {
    let index = number - firstLine
    return contents.indices.contains(index) ? Self.withoutMark(contents[index]) : ""
  }

  /// A text without a byte order mark, in which there is nothing to see.
  private static func withoutMark(_ text: Substring) -> String {
    String(text.first == "\u{FEFF}" ? text.dropFirst() : text)
  }
}
