internal import Allowances
internal import Parallelism

/// How many threads to use where so many were asked for: never more than help any machine.
func threadCount(_ threads: Int?) -> Int { min(threads ?? coreCount, 1024) }

/// Returns the results of tasks, in order; throws the first error in order, or a
/// `CancellationError` when interrupted. What differs by task can ask for its number, which is counted
/// from `first`.
func everyTask<Result: Sendable>(
  _ count: Int, numberedFrom first: Int = 0, threads: Int, interrupt: @Sendable () -> Bool,
  _ work: @Sendable (Int) throws -> Result
) throws -> [Result] {
  let results = try concurrently(count, numberedFrom: first, threads: threads) { task in
    guard !interrupt() else { throw CancellationError() }
    return try work(task)
  }
  // What is left out, or made, by work that ran out of something is of no value.
  guard results.count == count, !Allowance.isSpent else { throw CancellationError() }
  return results
}
