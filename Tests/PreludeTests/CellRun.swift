import CellLanguage
import Prelude
import Synchronization
import SystemFiles

/// What a cell with the whole library printed and how it failed, if it did.
struct CellRun {
  let text: String
  let failure: String?
  /// What was said about the figure that was shown last.
  let note: String?

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
    note = console.note
  }
}

/// Keeps what a cell prints.
private final class Recorder: Console {
  private let printed = Mutex("")
  private let shown: Mutex<DisplayBundle?> = Mutex(nil)

  var text: String { printed.withLock { $0 } }
  var note: String? { shown.withLock { $0?.note } }

  func emit(_ event: OutputEvent) {
    switch event {
    case .text(let text): printed.withLock { $0 += text }
    case .display(let bundle): shown.withLock { $0 = bundle }
    default: break
    }
  }
}
