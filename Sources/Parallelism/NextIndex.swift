import Synchronization

/// A counter from which threads take indices, each index once.
final class NextIndex: Sendable {
  private let next = Atomic(0)

  /// Returns the next index, or nil when all below `count` have been taken.
  func take(below count: Int) -> Int? {
    let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
    return index < count ? index : nil
  }
}
