/// A cell's block as it is usually written.
///
/// * The fence is of backticks at the left margin, as many as its contents need and three at least, with
///   `swift` or `sh` behind it.
/// * The options are below it: see ``FormattedOptions``.
/// * The code stays as it is, but for the blanks that the fence was indented by.
/// * Lines end as they did; new ones end as the line of the fence does. The last one has an end.
struct FormattedCell {
  /// The block.
  let text: String

  /// The block of a cell in which nothing is wrong.
  init(_ cell: Cell) {
    let lines = Lines(cell.text).all
    guard lines.count > 1, let first = lines.first, let last = lines.last else {
      text = cell.text
      return
    }
    // A byte order mark where the file begins.
    let opening = first.unicodeScalars.drop { $0 == "\u{FEFF}" }
    let mark = String(first.unicodeScalars[..<opening.startIndex])
    let indentation = opening.prefix { $0 == " " }.count
    guard let contents = Self.outdented(lines.dropFirst().dropLast(), by: indentation) else {
      text = cell.text
      return
    }
    let lineEnd = Self.lineEnd(of: first)
    let options = FormattedOptions(contents, of: cell.kind, lineEnd: lineEnd)
    let body = options.lines.map { $0[...] } + options.rest
    let fence = String(repeating: "`", count: max(3, Self.longestRun(in: body.joined()) + 1))
    let language = cell.kind == .swift ? "swift" : "sh"
    let end = Self.lineEnd(of: last)
    let edges = [mark + fence + language + lineEnd, fence + (end.isEmpty ? lineEnd : end)]
    text = Self.joined([edges[0][...]] + body + [edges[1][...]])
  }

  /// Lines without the blanks that their fence is indented by; nil where a tab stands among those, of which
  /// Markdown takes a part.
  private static func outdented(
    _ lines: some Sequence<Substring>, by indentation: Int
  ) -> [Substring]? {
    var outdented: [Substring] = []
    for line in lines {
      let blanks = line.utf8.prefix(indentation).prefix { $0 == 0x20 }.count
      let rest = line.utf8.dropFirst(blanks)
      if blanks < indentation, rest.first == 0x09 { return nil }
      outdented.append(Substring(rest))
    }
    return outdented
  }

  /// The lines one after the other, of which each stays one: `\r` and `\n` would be one end.
  private static func joined(_ lines: [Substring]) -> String {
    lines.reduce(into: "") { text, line in
      if text.utf8.last == 0x0D, line.utf8.first == 0x0A { text += "\n" }
      text += line
    }
  }

  private static func lineEnd(of line: Substring) -> String {
    String(line[Lines.content(of: line).endIndex...])
  }

  /// The most backticks that stand in a row, where they are three or more; else 0.
  private static func longestRun(in text: String) -> Int {
    var (longest, run) = (0, 0)
    for byte in text.utf8 {
      run = byte == UInt8(ascii: "`") ? run + 1 : 0
      longest = max(longest, run)
    }
    return longest < 3 ? 0 : longest
  }
}
