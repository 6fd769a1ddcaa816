import CellLanguage
import Synchronization
import Testing

/// Collects what a cell prints.
final class Recorder: Console {
  private let content = Mutex("")

  var text: String { content.withLock { $0 } }

  func emit(_ event: OutputEvent) {
    if case .text(let piece) = event { content.withLock { $0 += piece } }
  }
}

@Suite struct RunnerTests {
  @Test func `a cell prints and answers its last value`() {
    let console = Recorder()

    let result = CellRunner().run(
      "let x = 6 * 7\nprint(x)\nx + 1", from: CellState(), console: console)

    #expect(result.failure?.description == nil)
    #expect(console.text == "42\n")
    #expect(result.value?.description == "43")
  }
}
