internal import Synchronization

/// A wish to stop that any thread, or a signal handler, may raise; the machine reads it at every jump
/// back and every call.
public final class InterruptFlag: Sendable {
  private let flag = Atomic<Bool>(false)

  /// A lowered flag.
  public init() {}

  /// Whether stopping is wished for.
  public var isRaised: Bool { flag.load(ordering: .relaxed) }

  /// Asks the running cell to stop.
  public func raise() { flag.store(true, ordering: .relaxed) }

  /// Forgets the wish.
  public func lower() { flag.store(false, ordering: .relaxed) }
}
