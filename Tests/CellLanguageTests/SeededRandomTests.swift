import CellLanguage
import Synchronization
import Testing

@Suite struct SeededRandomTests {
  private static let draw = """
    print(
      Int.random(in: 0..<1_000_000), Double.random(in: 0..<1), Float.random(in: -1...1), Bool.random(),
      (1...9).shuffled(), [1, 2, 3, 4].randomElement()!, "abc".randomElement()!)
    """

  private func runner(seed: UInt64) -> CellRunner {
    var library = HostLibrary()
    library.seed = seed
    return CellRunner(library: library)
  }

  private func run(_ source: String, from state: CellState, _ runner: CellRunner) -> (
    state: CellState, text: String
  ) {
    let console = Printed()
    let result = runner.run(source, from: state, console: console)
    return (result.state, console.text)
  }

  @Test func `a seed gives the same numbers, another seed others`() {
    let first = run(Self.draw, from: CellState(), runner(seed: 3)).text

    #expect(first == run(Self.draw, from: CellState(), runner(seed: 3)).text)
    #expect(first != run(Self.draw, from: CellState(), runner(seed: 4)).text)
  }

  @Test func `a cell that runs again draws the same, the cell after it others`() {
    let runner = runner(seed: 0)
    let before = run("let a = Int.random(in: 0..<9)", from: CellState(), runner).state

    let (after, text) = run(Self.draw, from: before, runner)

    #expect(run(Self.draw, from: before, runner).text == text)
    #expect(run(Self.draw, from: after, runner).text != text)
  }

  @Test func `a cell that draws nothing changes no numbers`() {
    let runner = runner(seed: 0)
    let between = run("let x = 1", from: CellState(), runner).state

    #expect(
      run(Self.draw, from: between, runner).text
        == run(Self.draw, from: CellState(), runner).text)
  }

  @Test func `a state that was kept goes on with the same numbers`() throws {
    let kept = KeptRun(["let a = Int.random(in: 0..<9)", Self.draw, Self.draw])
    let other = kept.another

    #expect(
      kept.outputs(after: 1, from: try kept.restored(1, other), other)
        == kept.steps.dropFirst().map(\.output))
  }

  @Test func `the system's generator is repeated by nothing`() {
    let source = """
      var system = SystemRandomNumberGenerator()
      print(UInt64.random(in: 0...UInt64.max, using: &system))
      """
    let runner = runner(seed: 0)

    #expect(
      run(source, from: CellState(), runner).text != run(source, from: CellState(), runner).text)
  }
}

private final class Printed: Console {
  private let printed = Mutex("")

  var text: String { printed.withLock { $0 } }

  func emit(_ event: OutputEvent) {
    if case .text(let text) = event { printed.withLock { $0 += text } }
  }
}
