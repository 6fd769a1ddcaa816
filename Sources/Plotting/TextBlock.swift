/// Lines of text, with escape sequences, that are padded to the same width.
struct TextBlock: Equatable {
  /// The lines, each of them `width` columns wide.
  private(set) var lines: [String]
  /// The columns that every line takes.
  private(set) var width: Int

  /// No lines.
  init() {
    lines = []
    width = 0
  }

  /// Lines that are so wide already.
  init(_ lines: [String], width: Int) {
    self.lines = lines
    self.width = width
  }

  /// A line of text without escape sequences, in the middle of so many columns.
  init(centered text: String, width: Int, style: (String) -> String = { $0 }) {
    let text = TextWidth.truncated(text, columns: width)
    let room = width - TextWidth.columns(text)
    let left = String(repeating: " ", count: room / 2)
    let right = String(repeating: " ", count: room - room / 2)
    self.init([left + style(text) + right], width: width)
  }

  /// This block above another.
  func above(_ other: TextBlock) -> TextBlock {
    let width = max(self.width, other.width)
    return TextBlock(padded(to: width).lines + other.padded(to: width).lines, width: width)
  }

  /// This block beside another, the upper edges level.
  func beside(_ other: TextBlock, gap: Int) -> TextBlock {
    let height = max(lines.count, other.lines.count)
    let (left, right) = (extended(to: height), other.extended(to: height))
    let space = String(repeating: " ", count: gap)
    return TextBlock(
      zip(left.lines, right.lines).map { $0 + space + $1 }, width: width + gap + other.width)
  }

  /// The lines, each without the blanks that end it.
  var text: String {
    lines.map { line in
      var line = Substring(line)
      while line.hasSuffix(" ") { line.removeLast() }
      return line + "\n"
    }
    .joined()
  }

  /// The block with blanks at the right, at least so many columns wide.
  func widened(to columns: Int) -> TextBlock { padded(to: max(width, columns)) }

  private func padded(to columns: Int) -> TextBlock {
    let space = String(repeating: " ", count: columns - width)
    return TextBlock(lines.map { $0 + space }, width: columns)
  }

  private func extended(to height: Int) -> TextBlock {
    let blank = String(repeating: " ", count: width)
    return TextBlock(
      lines + Array(repeating: blank, count: height - lines.count), width: width)
  }
}
