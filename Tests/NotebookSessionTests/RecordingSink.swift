import NotebookSession
import Synchronization

/// A sink that keeps what is written.
final class RecordingSink: TextSink {
  private let written = Mutex("")
  private let size: Mutex<WindowSize?>

  init(window: WindowSize? = nil) { size = Mutex(window) }

  func write(_ text: String) {
    written.withLock { $0 += text }
  }

  var window: WindowSize? { size.withLock { $0 } }

  /// Gives the window another size.
  func resize(_ window: WindowSize) { size.withLock { $0 = window } }

  /// What was written so far.
  var text: String { written.withLock { $0 } }
}
