import CellLanguage
import Testing

/// A library whose functions are interrupted while they run.
private func library(_ flag: InterruptFlag) -> HostLibrary {
  HostLibrary(functions: [
    HostFunction("func train(_ steps: Int) -> Int", "Is interrupted, and answers how far it came.")
    {
      (context: HostContext, steps: Int) in
      flag.raise()
      let reached = context.interrupt() ? steps / 2 : steps
      context.keepResult()
      return reached
    },
    HostFunction("func measure(_ steps: Int) -> Int", "Is interrupted, and answers nonsense.") {
      (steps: Int) in
      flag.raise()
      return -1
    },
    HostFunction("func twice(_ number: Int) -> Int", "Doubles.") { (number: Int) in number * 2 },
  ])
}

@Suite struct KeptResultTests {
  /// What variables `run` and `other` are after a cell, and how it ended.
  private func outcome(of source: String, _ name: String = "run") -> (String?, CellFailure.Kind?) {
    let flag = InterruptFlag()
    let runner = CellRunner(library: library(flag))
    let before = runner.run("var run = 1", from: CellState(), console: Recorder()).state
    let result = runner.run(source, from: before, console: Recorder(), interrupt: flag)
    let value = runner.run(name, from: result.state, console: Recorder()).value
    return (value?.description, result.failure?.kind)
  }

  @Test(arguments: [
    ("let other = train(10)", "other", "5"),
    ("run = train(10)", "run", "5"),
    ("let other = try? train(10)", "other", "Optional(5)"),
    ("let (other, rest) = (train(10), 3)", "other", "5"),
    (
      "func f() -> Int {\n  var sum = 0\n  for i in 0..<10 { sum += i }\n  return sum + train(10)\n}\nlet other = f()",
      "other", "5"
    ),
    ("let other = [10, 20].map { train($0) }[0]", "other", "5"),
    (
      "func g() -> Int {\n  let reached = train(10)\n  var i = 0\n  while i < 100 { i += 1 }\n  return reached\n}\nrun = g()",
      "run", "5"
    ),
    ("if run == 1 { run = train(10) }", "run", "5"),
    ("let other = twice(train(10))", "other", "10"),
    ("run = train(10)\nrun = 7", "run", "5"),
  ])
  func `a kept result is assigned before the cell ends as interrupted`(
    _ source: String, _ name: String, _ value: String
  ) {
    let (found, kind) = outcome(of: source, name)

    #expect(kind == .interrupted)
    #expect(found?.contains(value) == true, "\(source): \(found ?? "nothing")")
  }

  @Test func `a result that is not kept is thrown away`() {
    #expect(outcome(of: "run = measure(10)") == ("1", .interrupted))
  }

  @Test func `a loop that keeps asking for results is stopped`() {
    let start = ContinuousClock.now

    #expect(outcome(of: "while true { run = train(10) }") == ("1", .interrupted))
    #expect(outcome(of: "run = train(10); while true {}").1 == .interrupted)
    #expect(start.duration(to: .now) < .seconds(20))
  }

  @Test func `nothing more runs after the statement that was interrupted`() {
    let flag = InterruptFlag()
    let console = Recorder()

    let result = CellRunner(library: library(flag)).run(
      "let run = train(10)\nprint(run)", from: CellState(), console: console, interrupt: flag)

    #expect(result.failure?.kind == .interrupted)
    #expect(result.failure?.diagnostics.first?.place?.line == 1)
    #expect(console.text == "")
  }
}
