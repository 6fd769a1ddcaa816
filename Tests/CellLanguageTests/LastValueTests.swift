import CellLanguage
import Testing

@Suite struct LastValueTests {
  /// Runs entries of a prompt; what the last one shows, or its message.
  private func run(_ entries: String...) -> String {
    var state = CellState()
    var last = ""
    for entry in entries {
      let console = Recorder()
      let result = CellRunner().run(
        entry, from: state, console: console, remembersResult: true)
      last = console.text + (result.failure?.message ?? result.value?.displayText() ?? "")
      state = result.state
    }
    return last
  }

  private let refusal = "'_' can only appear in a pattern or on the left side of an assignment"

  @Test func `an underscore is the last value`() {
    #expect(run("1 + 1", "_ * 10") == "20")
    #expect(run("1 + 1", "_ * 10", "_ + 1") == "21")
    #expect(run("[1, 2]", "_.count") == "2")
    #expect(run("\"a\"", "print(_, \"\\(_)\")") == "a a\n")
    #expect(run("3", "let x = 4", "print(1)", "_") == "1\n" || run("3", "let x = 4", "_") == "3")
    #expect(run("3", "[1][4]", "_") == "3")
    #expect(run("3", "[1, 2].map { $0 + _ }") == "[4, 5]")
  }

  @Test func `assignments and patterns are as in Swift`() {
    #expect(run("3", "_ = 5", "_") == "3")
    #expect(run("3", "let (a, _) = (1, 2)\nvar b = 0\n(_, b) = (1, 2)\nprint(a, b)") == "1 2\n")
    #expect(run("3", "switch 4 { case _: print(\"any\") }") == "any\n")
    #expect(run("3", "for _ in 0..<2 { print(_) }") == "3\n3\n")
    #expect(run("3", "_ += 1").hasSuffix("'_' is a 'let' constant"))
  }

  @Test func `a function that uses it keeps its value`() {
    #expect(run("3", "func f() -> Int { _ }\n\"text\"", "[1.5]", "f()") == "3")
  }

  @Test func `it is there only where it was asked for`() {
    let first = CellRunner().run("1", from: CellState(), console: Recorder())

    #expect(
      CellRunner().run("_", from: first.state, console: Recorder()).failure?.message == refusal)
    #expect(run("_") == refusal)
  }

  @Test func `names declared since a state are known`() {
    let runner = CellRunner()
    let first = runner.run(
      "let a = 1\nvar b = 2\nfunc f() {}", from: CellState(), console: Recorder()
    ).state
    let second = runner.run(
      "let b = 3\nlet c = 4\nstruct S {}\nfunc g() {}\n7", from: first, console: Recorder(),
      remembersResult: true
    ).state

    #expect(CellRunner.names(declaredIn: second, since: first) == ["S", "b", "c", "g"])
    #expect(CellRunner.names(declaredIn: first, since: first) == [])
  }
}
