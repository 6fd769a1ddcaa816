internal import CellLanguage
internal import Dispatch
internal import Synchronization

/// The time that a whole run may take. When it is over the interrupt flag is raised, and raised again
/// until the run has ended: a cell that is stopped by a timeout of its own lowers it.
final class RunDeadline: Sendable {
  private struct State {
    var hasFired = false
    var hasEnded = false
  }
  private let state = Mutex(State())
  private let interrupt: InterruptFlag

  /// A deadline so many seconds from now.
  init(seconds: Double, interrupt: InterruptFlag) {
    self.interrupt = interrupt
    wait(.milliseconds(Int(min(seconds * 1000, 1e12))))
  }

  /// Ends the wait, with the run; true where the time was over before.
  func end() -> Bool {
    state.withLock { state in
      state.hasEnded = true
      return state.hasFired
    }
  }

  private func wait(_ time: DispatchTimeInterval) {
    DispatchQueue.global().asyncAfter(deadline: .now() + time) { [weak self] in self?.fire() }
  }

  private func fire() {
    let isRunning = state.withLock { state in
      guard !state.hasEnded else { return false }
      state.hasFired = true
      interrupt.raise()
      return true
    }
    if isRunning { wait(.milliseconds(50)) }
  }
}
