import Notebook
import Testing

@Suite struct ProseExpressionTests {
  private func expressions(_ text: String, firstLine: Int = 1) -> [ProseExpression] {
    NotebookDocument.Prose(text: text, firstLine: firstLine).expressions
  }

  @Test(
    arguments: [
      ("one `{swift} way` two", ["way"]),
      ("`{swift}way`", ["way"]),
      ("``{swift} a ? \"`\" : b``", ["a ? \"`\" : b"]),
      ("`` {swift} a ``", ["a"]),
      ("`{swift} a +\n  b`", ["a + b"]),
      ("# A `{swift} a`\n\nB `{swift} b`\n===", ["a", "b"]),
      ("- x `{swift} a`\n  1. `{swift} b`", ["a", "b"]),
      ("> `{swift} a +\n> b` c", ["a + b"]),
      ("| a |\n|---|\n| `{swift} a \\|\\| b` |", ["a || b"]),
      ("*`{swift} a`* **`{swift} b`** ~~`{swift} c`~~", ["a", "b", "c"]),
      ("[`{swift} a`](x) ![`{swift} b`](y)", ["a", "b"]),
      ("\\``{swift} a`", ["a"]),
      ("`{swift} a``{swift} b`", ["a``{swift} b"]),
      ("\u{FEFF}`{swift} a`", ["a"]),
      ("`{swift} a`\r\n`{swift} b`\r\n", ["a", "b"]),
    ])
  func `an expression is a code span that begins with its mark`(
    text: String, expected: [String]
  ) {
    #expect(expressions(text).map(\.text) == expected)
  }

  @Test(
    arguments: [
      "`{swift}`", "`{swift} `", "`` `{swift} a` ``", "`x {swift} a`", "`  {swift} a`",
      "```\n`{swift} a`\n```", "~~~text\n`{swift} a`\n~~~", "    `{swift} a`",
      "<!-- `{swift} a` -->", "<div>\n`{swift} a`\n</div>", "<b title=\"`{swift} a`\">",
      "\\`{swift} a`", "`{swift} a", "{swift} a", "$x `{swift} a` y$", "`{Swift} a`",
      "`{python} a`",
      "<http://x/`{swift}a`>", "`{swift} a\n\nb`",
    ])
  func `what is no such code span is none`(text: String) {
    #expect(expressions(text).isEmpty)
  }

  @Test func `an expression knows where it is in the file`() {
    let found = expressions("é `{swift} a + b`\n> x `{swift}  c +\n>   d` y\n", firstLine: 7)

    func place(_ position: ProseExpression.Position) -> [Int] { [position.line, position.column] }
    #expect(found.map(\.start).map(place) == [[7, 12], [8, 15]])
    #expect(place(found[0].position(ofColumn: 5)) == [7, 16])
    #expect(place(found[1].position(ofColumn: 5)) == [9, 5])
    #expect(found[1].line(9) == ">   d` y")
    #expect(found[1].position(ofColumn: 99).line == 9)
  }

  @Test func `as many are found as cmark sees, whatever is around them`() {
    let pieces = [
      "`{swift} a`", "`", "``", "\n", "\n\n", "> ", "- ", "    ", "{swift}", " b ", "|", "\\", "*",
      "<!--", "-->", "$", "```\n", "| x |\n|---|\n| ", "<b>", "[", "](u)", "\t",
    ]
    var state: UInt64 = 1
    func next(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
    for _ in 0..<3_000 {
      let text = (0..<(1 + next(12))).map { _ in pieces[next(pieces.count)] }.joined()
      let prose = NotebookDocument.Prose(text: text, firstLine: 1)

      #expect(prose.expressions.count == codeCount(in: ProseBlock.all(in: text)), "\(text)")
      // What is shown is what was there, but for the expressions.
      #expect(!prose.text(showing: ["a": "5"]).contains("\u{10E000}"))
    }
  }

  private func codeCount(in blocks: [ProseBlock]) -> Int {
    blocks.reduce(0) { count, block in
      switch block {
      case .heading(_, let spans), .paragraph(let spans): count + codeCount(in: spans)
      case .list(let list): count + list.items.reduce(0) { $0 + codeCount(in: $1.blocks) }
      case .quotation(let blocks): count + codeCount(in: blocks)
      case .table(let table):
        count + ([table.header] + table.rows).joined().reduce(0) { $0 + codeCount(in: $1) }
      case .code, .html, .rule: count
      }
    }
  }

  private func codeCount(in spans: [ProseSpan]) -> Int {
    spans.reduce(0) { count, span in
      switch span {
      case .code(let code):
        count + (code.hasPrefix("{swift}") && code.contains { !" \t{swift}".contains($0) } ? 1 : 0)
      case .emphasis(let spans), .strong(let spans), .struck(let spans), .link(let spans, _),
        .image(let spans, _):
        count + codeCount(in: spans)
      case .text, .math, .html, .lineBreak: count
      }
    }
  }
}
