import NotebookSession
import Synchronization

/// A sink that keeps what is written.
final class RecordingSink: TextSink {
  private let written = Mutex("")

  func write(_ text: String) {
    written.withLock { $0 += text }
  }

  /// What was written so far.
  var text: String { written.withLock { $0 } }
}
