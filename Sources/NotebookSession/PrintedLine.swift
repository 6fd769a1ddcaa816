/// The last line of what is printed, on which a terminal would write over what stands there: after a
/// carriage return or a backspace, or where an escape sequence erases.
struct PrintedLine {
  /// The characters, each with the colour sequences before it.
  private var cells: [String]
  /// The place that the next character takes.
  private var column: Int
  /// Sequences that belong to the next character.
  private var pending = ""

  /// A line with the cursor at its end.
  init(_ text: some StringProtocol = "") {
    cells = []
    column = 0
    write(text)
  }

  /// Whether a text does more than go on with a line.
  static func isNeeded(for text: String) -> Bool {
    text.utf8.contains { $0 == 0x0D || $0 == 0x08 || $0 == 0x1B }
  }

  /// How many characters the line has.
  var count: Int { cells.count }

  /// The line as it stands.
  var text: String { cells.joined() + pending }

  /// Writes text without a line feed.
  mutating func write(_ text: some StringProtocol) {
    var rest = Substring(text)
    while let character = rest.popFirst() {
      switch character {
      case "\r": column = 0
      case "\u{8}": column = max(0, column - 1)
      case "\u{1B}": obey(Self.sequence(&rest))
      default: put(character)
      }
    }
  }

  private mutating func put(_ character: Character) {
    while cells.count < column { cells.append(" ") }
    let cell = pending + String(character)
    pending = ""
    if column < cells.count { cells[column] = cell } else { cells.append(cell) }
    column += 1
  }

  /// Takes the rest of an escape sequence.
  private static func sequence(_ rest: inout Substring) -> Substring {
    guard rest.first == "[" else { return "" }
    let end = rest.dropFirst().firstIndex { ("@"..."~").contains($0) }
    let sequence = rest[..<(end.map { rest.index(after: $0) } ?? rest.endIndex)]
    rest = rest[sequence.endIndex...]
    return sequence
  }

  /// Erases what a sequence erases; others are kept for the next character.
  private mutating func obey(_ sequence: Substring) {
    switch sequence {
    case "[K", "[0K": cells.removeSubrange(min(column, cells.count)...)
    case "[1K": for index in 0..<min(column + 1, cells.count) { cells[index] = " " }
    case "[2K": cells = []
    default: pending += "\u{1B}" + sequence
    }
  }
}
