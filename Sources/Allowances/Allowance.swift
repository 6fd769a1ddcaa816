internal import Synchronization

/// What a piece of work may use up: memory, and the time until somebody asks it to stop.
///
/// Whoever starts work says what it may use, and libraries ask where they take much memory or loop
/// for long:
///
///     let allowance = Allowance(memory: 500 << 20, interrupt: { flag.isRaised })
///     let result = Allowance.$current.withValue(allowance) { … }
///     if let shortage = allowance.shortage { throw shortage }
///
///     for place in places where !Allowance.isSpent { … }        // in a library
///
/// Once it is spent it stays spent (unless its giver resumes it), and whatever is made from then on is thrown away by whoever
/// gave the allowance. So code that cannot throw may return anything, if only it returns soon. Work
/// that nobody gave an allowance may use all there is.
public final class Allowance: Sendable {
  /// The allowance of the work that this thread does.
  @TaskLocal public static var current: Allowance?

  /// The bytes that the process may hold more than when the work began.
  public let memory: Int

  private let interrupt: @Sendable () -> Bool
  private let use: MemoryUse
  /// Bytes taken in small pieces since the memory was measured last.
  private let unmeasured = Atomic(0)
  private let refusal = Atomic(0)

  /// Allows a part of other work what that may use up, until `interrupt` is true.
  public init(within other: Allowance, interrupt: @escaping @Sendable () -> Bool) {
    memory = other.memory
    self.interrupt = { other.isSpent || interrupt() }
    use = other.use
  }

  /// Allows the process to hold so many bytes more than it does now, until `interrupt` is true.
  public init(memory: Int = .max, interrupt: @escaping @Sendable () -> Bool = { false }) {
    self.memory = memory
    self.interrupt = interrupt
    use = MemoryUse.now
  }
}

// MARK: - Asking

extension Allowance {
  /// Whether work under way is to end: it was interrupted, or was refused memory.
  public static var isSpent: Bool { current?.isSpent ?? false }

  /// Whether the work is to end: it was interrupted, or was refused memory.
  public var isSpent: Bool {
    if refusal.load(ordering: .acquiring) != 0 { return true }
    guard interrupt() else { return false }
    spend(.interrupted)
    return true
  }

  /// Why the work is to end; nil while it may go on.
  public var shortage: Shortage? {
    _ = isSpent
    return switch refusal.load(ordering: .acquiring) {
    case 0: nil
    case Self.interruption: .interrupted
    case Self.limit: .memory(allowed: memory)
    case let bytes: .system(bytes: bytes)
    }
  }

  /// Throws why the work under way is to end, if it is.
  public static func check() throws(Shortage) {
    if let shortage = current?.shortage { throw shortage }
  }

  /// Whether the work under way may take so many bytes now; where it may not, it is to end.
  public static func allows(_ bytes: Int) -> Bool { current?.allows(bytes) ?? true }

  /// Whether the work may take so many bytes now; where it may not, it is to end.
  public func allows(_ bytes: Int) -> Bool {
    !isSpent && hasRoom(for: bytes)
  }

  /// Whether there is memory for so many bytes, be the work interrupted or not; where there is
  /// none, it is to end.
  ///
  /// Small pieces are only counted: what they come to is measured now and then.
  public func hasRoom(for bytes: Int) -> Bool {
    if bytes < Self.largePiece {
      let sum = unmeasured.wrappingAdd(max(0, bytes), ordering: .relaxed).newValue
      guard sum > 4 * Self.largePiece else { return true }
    }
    return measure(bytes)
  }

  /// Whether the memory taken so far, and so many bytes more, are allowed.
  public func measure(_ bytes: Int = 0) -> Bool {
    unmeasured.store(0, ordering: .relaxed)
    if refusal(of: bytes) == nil { return true }
    MemoryUse.returnFreedMemory()
    guard let shortage = refusal(of: bytes) else { return true }
    spend(shortage)
    return false
  }

  /// Notes that the system had no memory where the allowance would have let it be taken.
  public static func noteFailure(_ bytes: Int) { current?.spend(.system(bytes: max(2, bytes))) }
}

// MARK: - Going on

extension Allowance {
  /// Lets work go on that was interrupted, until `interrupt` says so again; memory that was refused
  /// stays refused.
  public func resume() {
    _ = refusal.compareExchange(
      expected: Self.interruption, desired: 0, ordering: .acquiringAndReleasing)
  }
}

// MARK: - Refusing

extension Allowance {
  /// Why work is to end.
  public enum Shortage: Error, Hashable, Sendable {
    /// Somebody asked it to.
    case interrupted
    /// It would hold more than it is allowed.
    case memory(allowed: Int)
    /// The system, or a limit of the process, has not so many bytes.
    case system(bytes: Int)
  }

  /// From here on pieces are measured one by one.
  private static let largePiece = 1 << 20
  // What is kept of a shortage: one of these, or the bytes that the system did not have.
  private static let interruption = -1
  private static let limit = 1

  private func refusal(of bytes: Int) -> Shortage? {
    let now = MemoryUse.now
    let (sum, overflow) = (now.held - use.held).addingReportingOverflow(max(0, bytes))
    if overflow || sum > memory { return .memory(allowed: memory) }
    guard let addresses = use.addressLimit else { return nil }
    // Small things are taken without asking, by the language's runtime too: room is kept for them.
    let taken = now.addresses + min(96 << 20, addresses / 8)
    return bytes > addresses - taken ? .system(bytes: max(2, bytes)) : nil
  }

  private func spend(_ shortage: Shortage) {
    let code =
      switch shortage {
      case .interrupted: Self.interruption
      case .memory: Self.limit
      case .system(let bytes): bytes
      }
    _ = refusal.compareExchange(expected: 0, desired: code, ordering: .acquiringAndReleasing)
  }
}

extension Allowance.Shortage: CustomStringConvertible {
  /// The shortage in words.
  public var description: String {
    switch self {
    case .interrupted: "interrupted"
    case .memory(let allowed): "out of memory: a cell may take \(allowed >> 20) MiB"
    case .system(let bytes):
      "out of memory: the system has no \(max(1, bytes >> 20)) MiB more for this process"
    }
  }
}
