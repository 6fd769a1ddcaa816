import CellLanguage
import Testing

@Suite struct FailureRendererTests {
  private func render(_ source: String, width: Int?, name: String = "entry 3") -> String {
    let result = CellRunner().run(source, named: name, from: CellState(), console: Recorder())
    return result.failure.map { FailureRenderer(width: width).render($0) } ?? "no failure"
  }

  @Test(arguments: [nil, 80]) func `carets stand under wide and composed characters`(_ width: Int?)
  {
    #expect(
      render("let s = \"日本\" + e\u{301}x", width: width) == """
        entry 3:1:16: error: cannot find 'e\u{301}x' in scope
        1 │ let s = "日本" + e\u{301}x
          │                  ^~
        """)
  }

  @Test func `tabs stay tabs where lines are whole and are spaces where they are cut`() {
    #expect(render("\tx", width: nil).hasSuffix("1 │ \tx\n  │ \t^"))
    #expect(render("\tx", width: 40).hasSuffix("1 │     x\n  │     ^"))
  }

  @Test func `a long line is cut around the caret`() {
    let before = (0..<40).map { "x\($0)" }.joined(separator: ", ")
    let lines = render(
      "func f(_ n: Int...) {}\nlet x0 = 1\nf(\(before.replacing("x", with: "1")), wrong, \(before.replacing("x", with: "2")))",
      width: 40
    ).split(separator: "\n").map(String.init)

    #expect(lines[0] == "entry 3:3:193: error: cannot find")
    #expect(lines[1] == "  'wrong' in scope")
    #expect(lines[2].hasPrefix("3 │ …") && lines[2].hasSuffix("…"))
    #expect(lines.allSatisfy { $0.count <= 40 })
    let caret = Array(lines[3]).firstIndex(of: "^") ?? 0
    #expect(String(Array(lines[2])[caret...].prefix(5)) == "wrong")
  }

  @Test(arguments: [-5, 0, 1, 7, 13, 20, 79, 10_000])
  func `any width shows the place`(_ width: Int) {
    for text in ["x", "日本日本日本日本日本日本日本日本 + x", "\t\t1 + x + \"a long text that goes on and on\""] {
      #expect(render(text, width: width).contains("^"))
    }
  }

  @Test(arguments: [
    "let s: any Sequence = [1, 2]\n\nprint(s.map { \"\\($0)\" })",
    "let s: any Sequence = [3, 1]\nlet n = 2\nprint(s.sorted())",
  ])
  func `what the library cannot do with a value is told at the line of the cell`(_ source: String) {
    let lines = render(source, width: nil).split(separator: "\n")

    #expect(lines.count == 3)
    #expect(lines[0].hasPrefix("entry 3:3:1: error: '"))
  }
}
