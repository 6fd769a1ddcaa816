internal import Allowances
internal import Dispatch

/// Calls `body` once for each index below `count`, on up to `threads` threads at once.
///
/// Which thread takes which index is not said, so a caller that wants the same bits for any
/// number of threads keeps each index's result apart and combines them in order afterwards. All of
/// them work on the caller's `Allowance`; once it is spent, the indices that are left are not taken.
/// Indices are taken in order. What is called by such work is done on one thread.
///
/// - Parameters:
///   - count: how many indices there are.
///   - threads: how many may run at once; 1 runs them in order on the calling thread.
///   - body: the work for one index; calls for different indices may overlap.
package func parallelFor(
  count: Int, threads: Int, body: @Sendable (Int) -> Void
) {
  precondition(threads >= 1, "work needs at least one thread")
  guard count > 1, threads > 1, !ConcurrentWork.isShared else {
    for index in 0..<count where !Allowance.isSpent { body(index) }
    return
  }
  let next = NextIndex()
  let allowance = Allowance.current
  DispatchQueue.concurrentPerform(iterations: min(threads, count)) { _ in
    Allowance.$current.withValue(allowance) {
      ConcurrentWork.$isShared.withValue(true) {
        while !Allowance.isSpent, let index = next.take(below: count) { body(index) }
      }
    }
  }
}
