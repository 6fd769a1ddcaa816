internal import Allowances
internal import CellLanguage
internal import Glibc

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
  try MemoryUse.peak(during: work).bytes
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
    "func measure<Result>(repetitions: Int? = nil, _ work: () throws -> Result) rethrows -> Timing",
    """
    How long some work takes: the median of many repetitions and how they spread, and the most memory \
    that one held. `measure { matmul(a, b) }` repeats for about a second, at least 3 times; random \
    numbers go on as if it had not run.
    """
  ) { (context: HostContext, repetitions: Int?, work: HostClosure) -> Timing in
    try RepetitionsOutOfRange.check(repetitions)
    return try context.keepingRandomNumbers {
      try measure(repetitions: repetitions, until: context.interrupt) { try work.perform() }
    }
  },
  HostFunction(
    "func peakMemory(_ work: () throws -> Void) rethrows -> Int",
    "The most bytes that were held while some work was done, above what was held before."
  ) { (work: HostClosure) in
    try peakMemory { try work.perform() }
  },
]
