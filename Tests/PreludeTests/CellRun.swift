import CellLanguage
import Prelude
import Synchronization
import SystemFiles

/// What a cell with the whole library printed and how it failed, if it did.
struct CellRun {
  let text: String
  let failure: String?

  /// Runs a cell on nothing but the library; it can read and write the given folders alone.
  init(_ source: String, readable: [String] = [], writable: [String] = []) {
    self.init(source, permissions: FilePermissions(readable: readable, writable: writable))
  }

  /// Runs a cell that may read and write what the permissions say.
  init(
    _ source: String, permissions: FilePermissions, plots: AllowedFolder = .named("/nowhere")
  ) {
    let prelude = Prelude(plots: plots, permissions: permissions)
    let console = Recorder()
    let result = CellRunner(library: prelude.library).run(
      source, from: CellState(), console: console)
    text = console.text
    failure = result.failure?.description
  }
}

/// Keeps what a cell prints.
private final class Recorder: Console {
  private let printed = Mutex("")

  var text: String { printed.withLock { $0 } }

  func emit(_ event: OutputEvent) {
    if case .text(let text) = event { printed.withLock { $0 += text } }
  }
}
