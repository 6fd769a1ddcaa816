internal import Allowances
internal import CellLanguage
internal import Dispatch
internal import Glibc
internal import Synchronization

/// Returns the seconds that all threads of the process have computed so far.
///
/// The difference of two is what work in between has cost; unlike time on a clock, it hardly depends
/// on what else the machine does.
public func processorTime() -> Double {
  var time = timespec()
  unsafe clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

/// Returns the most bytes that the process held while it did some work, above what it held before;
/// looked at every half millisecond, and once before and after.
///
/// Memory that is only kept for later does not count.
public func peakMemory(_ work: () throws -> Void) rethrows -> Int {
  let before = MemoryUse.now.held
  let watch = MemoryWatch()
  watch.start()
  defer { watch.stop() }
  try work()
  watch.look()
  return max(0, watch.most - before)
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

/// What work costs, as cells ask for it.
let measuringFunctions: [HostFunction] = [
  HostFunction(
    "func processorTime() -> Double",
    """
    The seconds that all threads have computed so far; the difference of two is what the work in \
    between has cost, whatever else the machine does.
    """
  ) { processorTime() },
  HostFunction(
    "func peakMemory(_ work: () throws -> Void) rethrows -> Int",
    "The most bytes that were held while some work was done, above what was held before."
  ) { (work: HostClosure) in
    try peakMemory { try work.perform() }
  },
]
