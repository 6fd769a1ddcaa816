import CellLanguage
import Dispatch
import Prelude
import Synchronization

/// What became of some cells of one session that may take so much memory, and may be interrupted.
struct LimitRun {
  /// What each cell printed.
  private(set) var texts: [String] = []
  /// How each cell failed; nil where it did not.
  private(set) var failures: [CellFailure?] = []
  /// How long the last cell took.
  private(set) var time = Duration.zero

  /// Runs cells one after another, each on what the ones before left.
  ///
  /// - Parameters:
  ///   - cells: The sources.
  ///   - memory: The MiB that a cell may take.
  ///   - delay: After how long the last cell is interrupted, if it is.
  init(_ cells: [String], memory: Int = 4096, interruptedAfter delay: Duration? = nil) {
    let runner = CellRunner(
      library: Prelude(plotsFolder: "/nowhere").library, limits: Limits(memory: memory << 20))
    var state = CellState()
    for (place, source) in cells.enumerated() {
      let console = Printed()
      let interrupt = InterruptFlag()
      if place == cells.count - 1, let delay {
        let seconds = delay / .seconds(1)
        DispatchQueue.global().asyncAfter(deadline: .now() + seconds) { interrupt.raise() }
      }
      let start = ContinuousClock.now
      let result = runner.run(source, from: state, console: console, interrupt: interrupt)
      time = start.duration(to: .now)
      state = result.state
      texts.append(console.text)
      failures.append(result.failure)
    }
  }
}

private final class Printed: Console {
  private let printed = Mutex("")

  var text: String { printed.withLock { $0 } }

  func emit(_ event: OutputEvent) {
    if case .text(let text) = event { printed.withLock { $0 += text } }
  }
}
