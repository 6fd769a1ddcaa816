import Testing
import Text

@Suite struct LayoutTests {
  @Test(arguments: [
    ("", 10, ""), ("one two three", 7, "one two\nthree"), ("one  two", 80, "one  two"),
    ("  one two", 6, "  one\ntwo"), ("abcdefgh", 3, "abc\ndef\ngh"), ("a\n\nb", 9, "a\n\nb"),
    ("a bcdefgh", 4, "a\nbcde\nfgh"), ("ab", 0, "a\nb"), ("ab", -1, "a\nb"),
    ("one two ", 7, "one two"),
    ("日本語です", 4, "日本\n語で\nす"), ("日本。語", 4, "日\n本。\n語"), ("일본 한국", 6, "일본\n한국"),
    ("a\u{A0}b c", 4, "a\u{A0}b\nc"), ("e\u{301}e\u{301} x", 2, "e\u{301}e\u{301}\nx"),
  ])
  func `A text is broken between words, and in a word that is too wide`(
    text: String, width: Int, wrapped: String
  ) {
    #expect(Text.wrapped(text, width: width) == wrapped)
  }

  @Test func `What goes on from a line is indented, under the line's own indentation`() {
    #expect(wrapped("  - one two three", width: 11, indent: "  ") == "  - one two\n    three")
    #expect(wrapped("one two", width: 3, indent: "    ") == "one\ntwo")
  }

  @Test func `Escapes take no columns, and each line has its own`() {
    let shown = wrapped("\u{1B}[1;31merror:\u{1B}[0m \u{1B}[1mno such cell\u{1B}[0m", width: 10)

    #expect(
      shown
        == "\u{1B}[1;31merror:\u{1B}[0m \u{1B}[1mno\u{1B}[0m\n\u{1B}[1msuch cell\u{1B}[0m")
    #expect(terminalWidth(ofEscaped: "\u{1B}[38;5;0m日\u{1B}[mx") == 3)
  }

  @Test(arguments: ["\u{1B}", "\u{1B}[", "\u{1B}[1", "\u{1B}]0;x", "\u{1B}[2J", "a\u{1B}[mb"])
  func `What is no colour stays text`(text: String) {
    let plain = StyledText(escaped: text).text

    #expect(plain == text || text == "a\u{1B}[mb" && plain == "ab")
  }

  @Test(arguments: [("accuracy", 5, "accu…"), ("日本語", 4, "日…"), ("ab", 2, "ab"), ("ab", 0, "")])
  func `A cut text says so`(text: String, width: Int, shown: String) {
    #expect(cut(text, to: width) == shown)
    #expect(terminalWidth(of: shown) <= max(width, 0))
  }

  @Test func `Short texts stand in columns that are read downwards`() {
    let items = ["a", "日本", "ccc", "d", "e"]

    #expect(columns(items, width: 12) == ["a     ccc  e", "日本  d"])
    #expect(columns(items, width: 1) == items)
    #expect(columns(items, width: -5) == items)
    #expect(columns([], width: 80).isEmpty)
  }

  // MARK: - Tables

  private func text(_ table: TextTable, _ width: Int) -> String {
    table.lines(width: width).map(\.text).joined(separator: "\n")
  }

  @Test func `A table's columns are as wide as their cells`() {
    let table = TextTable(
      header: ["name", "日本"], [["a", "12"], ["bcdef"]], alignments: [.leading, .trailing])

    #expect(text(table, 80) == "name   日本\n─────  ────\na        12\nbcdef")
  }

  @Test func `A table too wide for the window has cells of several lines`() {
    let table = TextTable([["a", "one two three"], ["b", "four"]])

    #expect(text(table, 10) == "a  one two\n   three\n\nb  four")
  }

  @Test(arguments: [-1, 0, 1, 2, 5, 9, 20, 100])
  func `No line of a table is wider than the window`(width: Int) {
    let words = [["one", "two words", "加速 wide"], ["", "x", "abcdefghijklmno"], []]
    let table = TextTable(header: ["A", "B", "C D E"], words)

    #expect(table.lines(width: width).allSatisfy { $0.width <= max(2, width) })
  }
}
