internal import Synchronization

/// The time that a statement has to finish after an interruption, once a host function has returned a
/// result worth keeping: enough to assign it.
///
/// There is one for each run. A loop that asks for results again and again is not to run for ever.
final class Respite: Sendable {
  private static let length = Duration.milliseconds(100)

  private let isBegun = Atomic(false)
  private let end = Mutex(ContinuousClock.now)

  /// Whether it is running.
  var isOn: Bool {
    isBegun.load(ordering: .acquiring) && ContinuousClock.now < end.withLock { $0 }
  }

  /// Starts it; whether it had not been started before, or is still running.
  func begin() -> Bool {
    if isBegun.load(ordering: .acquiring) { return isOn }
    end.withLock { $0 = .now + Self.length }
    isBegun.store(true, ordering: .releasing)
    return true
  }
}
