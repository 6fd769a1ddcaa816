internal import Dispatch
internal import Glibc
internal import Synchronization

extension MemoryUse {
  /// Does some work; returns its result and the most bytes that the process held meanwhile, above what
  /// it held before: looked at every half millisecond, and once before and after.
  ///
  /// Memory that is only kept for later does not count.
  public static func peak<Result>(
    during work: () throws -> Result
  ) rethrows -> (result: Result, bytes: Int) {
    let before = MemoryUse.now.held
    let watch = MemoryWatch()
    watch.start()
    defer { watch.stop() }
    let result = try work()
    watch.look()
    return (result, max(0, watch.most - before))
  }
}

/// Looks again and again at how much memory the process holds.
private final class MemoryWatch: Sendable {
  private let largest = Atomic(0)
  private let isOver = Atomic(false)
  private let ended = DispatchSemaphore(value: 0)

  /// The most that was seen.
  var most: Int { largest.load(ordering: .relaxed) }

  func look() {
    largest.max(MemoryUse.now.held, ordering: .relaxed)
  }

  func start() {
    DispatchQueue.global(qos: .userInteractive).async { [self] in
      while !isOver.load(ordering: .relaxed) {
        look()
        usleep(500)
      }
      ended.signal()
    }
  }

  func stop() {
    isOver.store(true, ordering: .relaxed)
    ended.wait()
  }
}
