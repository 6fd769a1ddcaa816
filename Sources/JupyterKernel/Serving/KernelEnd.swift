internal import Dispatch
internal import Synchronization
internal import Text

/// Whether a kernel is to end, and whether it has.
final class KernelEnd: Sendable {
  private let isDrawn = Atomic<Bool>(false)
  private let reached = DispatchSemaphore(value: 0)

  /// Whether nothing more is to be begun.
  var isNear: Bool { isDrawn.load(ordering: .acquiring) }

  /// Says that nothing more is to be begun.
  func draw() { isDrawn.store(true, ordering: .releasing) }

  /// Says that nothing runs any more.
  func reach() { reached.signal() }

  /// Waits until nothing runs any more; false where that takes longer.
  func wait(_ time: DispatchTimeInterval) -> Bool {
    reached.wait(timeout: .now() + time) == .success
  }

  /// The content of the answer to a request to end.
  static func reply(to request: Request) -> JSONValue {
    .object(["status": .string("ok"), "restart": .bool(request.content.flag("restart", false))])
  }
}
