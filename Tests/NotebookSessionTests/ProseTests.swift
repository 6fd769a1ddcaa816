import Foundation
import Notebook
import NotebookSession
import Testing
import Text

@Suite struct ProseTests {
  private func plain(_ markdown: String, width: Int = 40) -> String {
    Prose(markdown).rendered(width: width, isColored: false)
  }

  private func colored(_ markdown: String, width: Int = 40) -> String {
    Prose(markdown).rendered(width: width, isColored: true)
      .replacing("\u{1B}[", with: "⟨").replacing("⟨0m", with: "⟩")
  }

  @Test(arguments: [
    ("# A\nsee `b` and `c", "# A\n\nsee `b` and `c"),
    ("A\n=\nB\n-", "# A\n\n## B"),
    (
      "one two three four five six seven eight nine",
      "one two three four five six seven eight\nnine"
    ),
    ("a  \nb\\\nc\nd", "a\nb\nc d"),
    ("*a* **b** ~~c~~ ``d`e``", "*a* **b** ~~c~~ ``d`e``"),
    ("[a](http://b.c) <http://d.e> http://f.g [h](#h)", "a <http://b.c> http://d.e http://f.g h"),
    ("![a picture](b.png)", "[image: a picture]"),
    ("- a\n- b\n  - c\n    1. d", "- a\n- b\n  - c\n    1. d"),
    ("- a\n\n- b\n\n  c", "- a\n\n- b\n\n  c"),
    ("9. a\n9. b", " 9. a\n10. b"), ("3) a", "3) a"),
    ("- [ ] a\n- [x] b\n- c", "- [ ] a\n- [x] b\n- c"),
    ("> a\n>\n> > b", "> a\n>\n> > b"),
    ("```swift\nlet a = 1\n\n\tb\n```\n    c", "    let a = 1\n\n        b\n\n    c"),
    ("<b>x</b> & &lt;", "<b>x</b> & <"), ("<div>\n x\n</div>", "<div>\n x\n</div>"),
    ("a\n\n***\n\nb", "a\n\n" + String(repeating: "─", count: 40) + "\n\nb"),
    ("$a_1*b_2*$ and $\\{x\\}$", "$a_1*b_2*$ and $\\{x\\}$"),
    ("$5 and `$a` *or* $6", "$5 and `$a` *or* $6"),
    ("$$\na_1\n- b_2\n=\n$$", "$$\na_1\n- b_2\n=\n$$"),
    ("| $a|b$ |\n|---|---|\n| d | e |", "$a  b$\n──  ──\nd   e"),
    ("\n\n  indented\nx\n\ny\n \n", "indented x\n\ny"), ("", ""), (" \n", ""),
  ])
  func `Markdown is laid out, and its marks say what a file cannot show`(
    markdown: String, shown: String
  ) {
    #expect(plain(markdown) == shown)
  }

  @Test(arguments: [
    ("# A", "⟨2m# ⟩⟨1;4mA⟩"), ("## A `b`", "⟨2m## ⟩⟨1mA ⟩⟨1;36mb⟩"),
    ("*a* **b *c*** ~~d~~", "⟨3ma⟩ ⟨1mb ⟩⟨1;3mc⟩ ⟨9md⟩"),
    ("[a](http://b.c)", "a⟨2m <http://b.c>⟩"), ("- a", "• a"), ("- [x] a", "☑ a"),
    ("> a", "⟨2m▌ ⟩a"), ("    a", "    ⟨36ma⟩"), ("` `", "⟨36m` `⟩"),
  ])
  func `a terminal shows in colour what marks say elsewhere`(markdown: String, shown: String) {
    #expect(colored(markdown) == shown)
  }

  @Test func `lists hang under their markers`() {
    let shown = plain("10. one two three four five\n    - six seven eight nine ten\n", width: 20)

    #expect(shown == "10. one two three\n    four five\n    - six seven\n      eight nine ten")
  }

  @Test func `a table is aligned, and its cells are wrapped in a narrow window`() {
    let table = """
      | Method | Accuracy | What it does |
      |:-------|---------:|--------------|
      | MAML | 98.7 | learns a start |
      | 日本 | 9 | `code` |
      """

    #expect(
      plain(table) == """
        Method  Accuracy  What it does
        ──────  ────────  ──────────────
        MAML        98.7  learns a start
        日本           9  `code`
        """)
    #expect(
      plain(table, width: 28) == """
        Method  Accuracy  What it
                          does
        ──────  ────────  ──────────
        MAML        98.7  learns a
                          start

        日本           9  `code`
        """)
  }

  @Test func `lines are no longer than is readable`() {
    let words = Array(repeating: "word", count: 200).joined(separator: " ")

    let widest = plain(words, width: 500).split(separator: "\n").map(\.count).max()

    #expect(widest == 99)
  }

  @Test(arguments: [
    "&#27;]52;c;eA==&#7;", "a\u{1B}[2Jb", "`\u{9B}2J`", "```\n\u{1B}[31m\n```", "<a \u{1B}>",
    "[a](\u{1B}b)", "\u{10F01B}[2J", "$\u{10F01B}$", "![\u{1B}](b)", "<!-- \u{1B} -->",
  ])
  func `nothing in prose does anything to a terminal`(markdown: String) {
    let shown = plain(markdown)

    #expect(!shown.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || $0 == "\u{9B}" })
    #expect(!shown.unicodeScalars.contains { $0.value >= 0x10F000 && $0.value < 0x10F080 })
  }

  // MARK: - Any text

  /// Whether every line fits, where there is nothing that keeps its lines.
  private func fits(_ markdown: String, width: Int) -> Bool {
    let lines = Prose(markdown).rendered(width: width, isColored: false).split(separator: "\n")
    return ProseBlock.all(in: markdown).contains(where: keepsLines)
      || lines.allSatisfy { terminalWidth(of: $0) <= max(2, width) }
  }

  private func keepsLines(_ block: ProseBlock) -> Bool {
    switch block {
    case .code, .html: true
    case .quotation(let blocks): blocks.contains(where: keepsLines)
    case .list(let list): list.items.contains { $0.blocks.contains(where: keepsLines) }
    case .heading, .paragraph, .table, .rule: false
    }
  }

  /// The sources of the examples in CommonMark's own form, of files that `MARKDOWN_EXAMPLES` names.
  private static let examples: [String] = {
    let paths = ProcessInfo.processInfo.environment["MARKDOWN_EXAMPLES"] ?? ""
    let fence = String(repeating: "`", count: 32)
    return paths.split(separator: ":").flatMap { path -> [String] in
      let text = (try? String(contentsOfFile: String(path), encoding: .utf8)) ?? ""
      return text.components(separatedBy: "\n" + fence + " example").dropFirst().map { example in
        let body = example.drop { $0 != "\n" }.dropFirst()
        return String(
          body.prefix(upTo: body.firstRange(of: "\n.\n")?.lowerBound ?? body.startIndex)
        )
        .replacing("→", with: "\t")
      }
    }
  }()

  @Test(arguments: [-1, 0, 1, 2, 7, 20, 80, Int.max])
  func `examples of CommonMark fit into any window`(width: Int) {
    for example in Self.examples {
      #expect(fits(example, width: width), "\(example)")
      _ = Prose(example).rendered(width: width, isColored: true)
    }
  }

  @Test(arguments: [
    "> ", "- ", "1. ", "*a ", "[", "![a](", "**", "_a_", "$", "`", "| ", "<", "~~", "\\", "a@b.c ",
    "$$ ", "$a", "```\n", "|a|\n|-|\n",
  ])
  func `a mark over and over takes little time`(mark: String) {
    let markdown = String(repeating: mark, count: 5000)

    let duration = ContinuousClock().measure { _ = plain(markdown) }

    #expect(duration < .seconds(3))
  }

  @Test func `no mixture of marks is too much`() {
    let pieces = [
      "*", "_", "`", "```", "\n", "\n\n", "    ", "> ", "- ", "1. ", "|", "|-|-|\n", "[", "](", ")",
      "!", "<",
      ">", "$", "$$", "~", "\\", "#", "# ", "a", "日本", "\u{301}", "👩‍👩‍👧", "\u{0}", "\r", "\t", "&#0;",
      "&amp;",
      "http://a.b", "[x]", "<!--", "-->", "---\n", "===\n", "word", " ",
    ]
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<2000 {
      let markdown = (0..<Int.random(in: 1...30, using: &generator))
        .map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
      #expect(fits(markdown, width: 24), "\(markdown.debugDescription)")
    }
  }
}
