import CellLanguage
import Dispatch
import Notebook
import NotebookSession
import Testing

/// Input that is no terminal is read as a whole.
@Suite struct PipedInputTests {
  /// Runs a prompt on a text, and returns what was shown and how it ended.
  private func run(
    _ text: String, on stage: Stage = Stage("")
  ) -> (shown: String, ending: RunEnding) {
    let input = PipedInput(blankLinesCount: false) { text }
    let ending = Interaction(
      .prompt, driver: stage.driver, input: input, presenter: stage.presenter
    ).run()
    return (stage.sink.text, ending)
  }

  @Test(arguments: [
    ("func f() -> Int {\n  // a note\n  return 1\n}\nf()\n", "1\n"),
    ("let x = [1, 2, 3]\n  .map { $0 + 1 }\nx\n", "[2, 3, 4]\n"),
    ("let x = [1, 2, 3]\n  // why\n  .map { $0 + 1 }\n\n  .filter { $0 > 2 }\nx\n", "[3, 4]\n"),
    ("let a = 1\n  + 2\na\n", "3\n"),
    ("if 1 > 2 {\n  print(1)\n}\n// or\nelse {\n  print(2)\n}\n", "2\n"),
    ("var n = 0\nrepeat {\n  n += 1\n}\nwhile n < 3\nn\n", "3\n"),
    ("let b = true\nlet c = b\n  ? 1\n  : 2\nc\n", "1\n"),
    ("do {\n  throw E.a\n}\ncatch {\n  print(error)\n}\nenum E: Error { case a }\n", "a\n"),
    ("/* a\n note */ 1 + 1\n", "2\n"), ("1 + 1 // a\n// b\n2 + 2\n", "2\n4\n"),
    ("1; 2\n3", "2\n3\n"), ("1\r\n2\r\n", "1\n2\n"),
    ("let s = \"\"\"\n  a\n\n  // b\n  \"\"\"\ns\n", "a\n\n// b\n"),
    ("", ""), ("\n\n// nothing\n", ""), ("print(1)", "1\n"),
  ])
  func `what goes on with the next line does`(text: String, shown: String) {
    let result = run(text)

    #expect(result.shown == shown)
    #expect(result.ending == .finished)
  }

  @Test func `functions and types can be used above their declaration`() {
    #expect(run("print(f())\nfunc f() -> Int { g() + 1 }\nfunc g() -> Int { 2 }\n").shown == "3\n")
    #expect(
      run(
        "print(P(x: 3).twice)\nstruct P { var x: Int }\nextension P { var twice: Int { x * 2 } }\n"
      ).shown == "6\n")
    #expect(run("print(2.half)\nextension Int { var half: Int { self / 2 } }\n").shown == "1\n")
    // Where nothing is used before it is declared, every value is shown.
    #expect(run("1 + 1\nfunc f() -> Int { 3 }\nf()\nf() + 1\n").shown == "2\n3\n4\n")
  }

  @Test func `commands stand between`() {
    let (shown, ending) = run("let a = 1\n:vars\nlet b = a\n  + 1\n  :vars\n:quit\nprint(3)\n")

    #expect(shown == "let a: Int\nlet a: Int\nlet b: Int\n")
    #expect(ending == .finished)
  }

  @Test func `a failure ends it, at its place in the input`() {
    let (shown, ending) = run("let a = [1]\nprint(0)\n\n// index\na[3]\nprint(2)\n")

    #expect(ending == .failed)
    #expect(shown.hasPrefix("0\nstdin:5:"))
    #expect(!shown.contains("\n2\n"))
    let (slip, _) = run("print(1)\n  let = 3\nprint(2)\n")
    #expect(slip.hasPrefix("1\nstdin:2:7: error: "))
    #expect(run(":nonsense\nprint(1)\n").ending == .failed)
    #expect(!run(":nonsense\nprint(1)\n").shown.contains("1\n"))
    #expect(run("func f() {\n").ending == .failed)
  }

  @Test func `an interrupt ends it`() {
    let flag = InterruptFlag()
    DispatchQueue.global().asyncAfter(deadline: .now() + 0.1) { flag.raise() }

    let (shown, ending) = run(
      "print(1)\nwhile true {}\nprint(\"after\")\n", on: Stage("", interrupt: flag))

    #expect(ending == .interrupted)
    #expect(!shown.contains("after"))
  }

  @Test func `a stepper takes blank lines and source alike`() {
    let stage = Stage("```swift\nlet a = 1\n```\n```swift\nlet b = 2\n```\n")
    let input = PipedInput(blankLinesCount: true) { "\na\n  + 1\n\n:cells\nb\n" }

    let ending = Interaction(
      .stepping(NotebookOnDisk("x.mamlnb")), driver: stage.driver, input: input,
      presenter: stage.presenter
    ).run()

    #expect(ending == .finished)
    #expect(stage.driver.session.position == 2)
    #expect(stage.sink.text.contains("\n2\n"))
    #expect(stage.sink.text.hasSuffix("cell-2  ok\n2\n"))
  }
}
