import Testing
import Text

@Suite struct TerminalWidthTests {
  // The widths that xterm, VTE and pyte give, code point by code point.
  @Test(arguments: [
    ("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("日本", 4), ("한국", 4), ("👍", 2), ("🇩🇪", 2),
    ("❤", 1), ("ﾊ", 1), ("Ａ", 2), ("\u{200B}", 0), ("│", 1), ("👨‍👩‍👧", 6),
  ])
  func `A text is as wide as its code points`(text: String, width: Int) {
    #expect(terminalWidth(of: text) == width)
    #expect(text.reduce(0) { $0 + terminalWidth(of: $1) } == width)
  }
}
