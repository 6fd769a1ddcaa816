import Notebook
import Testing

@Suite struct ProseBlockTests {
  private func spans(_ markdown: String) -> [ProseSpan] {
    guard case .paragraph(let spans)? = ProseBlock.all(in: markdown).first else { return [] }
    return spans
  }

  @Test func `Markdown is a tree of blocks and spans`() {
    let blocks = ProseBlock.all(in: "# Sums\n\nSee `a` *b*.\n\n> c\n\n***\n\n```swift x\nd\n```\n")

    #expect(
      blocks == [
        .heading(level: 1, [.text("Sums")]),
        .paragraph([.text("See "), .code("a"), .text(" "), .emphasis([.text("b")]), .text(".")]),
        .quotation([.paragraph([.text("c")])]), .rule, .code("d", info: "swift x"),
      ])
  }

  @Test func `lists have markers, tasks and numbers`() {
    let blocks = ProseBlock.all(in: "- [x] a\n- b\n\n7) c\n")

    #expect(
      blocks == [
        .list(
          ProseList(
            items: [
              .init(marker: .task(isDone: true), blocks: [.paragraph([.text("a")])]),
              .init(marker: .bullet, blocks: [.paragraph([.text("b")])]),
            ], isTight: true)),
        .list(
          ProseList(
            items: [
              .init(marker: .number(7, delimiter: ")"), blocks: [.paragraph([.text("c")])])
            ], isTight: true)),
      ])
  }

  @Test func `tables have alignments, a header and rows of as many cells`() {
    let blocks = ProseBlock.all(in: "|a|b|c|\n|:-|-:|---|\n|1|\n")

    #expect(
      blocks == [
        .table(
          ProseTable(
            alignments: [.leading, .trailing, .none],
            header: [[.text("a")], [.text("b")], [.text("c")]],
            rows: [[[.text("1")], [], []]]))
      ])
  }

  @Test(
    arguments: [
      ("$a_1*b$", [.math("$a_1*b$")]),
      ("x $a$, $b$", [.text("x "), .math("$a$"), .text(", "), .math("$b$")]),
      ("$5 and $6", [.text("$5 and $6")]), ("a$ b$", [.text("a$ b$")]), ("\\$a$", [.text("$a$")]),
      ("`$a$`", [.code("$a$")]), ("$\\$5$", [.math("$\\$5$")]), ("$$a_b$$", [.math("$$a_b$$")]),
      ("$a", [.text("$a")]), ("$$", [.text("$$")]), ("$$\n- a\n$$", [.math("$$\n- a\n$$")]),
      ("$a\n\nb$", [.text("$a")]), ("日$α_1$", [.text("日"), .math("$α_1$")]),
      ("*$a*b$*", [.emphasis([.math("$a*b$")])]),
      ("[$a$](b$c$d)", [.link([.math("$a$")], address: "b$c$d")]),
    ] as [(String, [ProseSpan])])
  func `formulas are kept as they are written`(markdown: String, spans: [ProseSpan]) {
    #expect(self.spans(markdown) == spans)
  }

  @Test func `what is nested too deep is its text`() {
    let deep = ProseBlock.all(in: String(repeating: "> ", count: 3000) + "a *b*")
    let emphasis = String(repeating: "*a ", count: 3000) + String(repeating: "b*", count: 3000)

    #expect(!deep.isEmpty)
    #expect(spans(emphasis).text.contains("b"))
  }
}
