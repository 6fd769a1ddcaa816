internal import Glibc
internal import Synchronization

/// The number of cores that may be used.
package let coreCount = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))

/// Returns the results of independent pieces of work for `0..<count`, in order; throws the first error
/// in order. What comes after an error is not begun. Each piece can ask for its number (see
/// ``ConcurrentWork``), which is counted from `first`.
package func concurrently<Result: Sendable, Failure: Error>(
  _ count: Int, numberedFrom first: Int = 0, threads: Int = coreCount,
  _ work: @Sendable (Int) throws(Failure) -> Result
) throws(Failure) -> [Result] {
  let results = Mutex([Swift.Result<Result, Failure>?](repeating: nil, count: count))
  let firstFailure = Atomic(Int.max)
  parallelFor(count: count, threads: threads) { index in
    guard index < firstFailure.load(ordering: .relaxed) else { return }
    let result: Swift.Result<Result, Failure>
    do throws(Failure) {
      result = .success(try piece(first &+ index) { () throws(Failure) in try work(index) })
    } catch {
      firstFailure.min(index, ordering: .relaxed)
      result = .failure(error)
    }
    results.withLock { $0[index] = result }
  }
  var ordered: [Result] = []
  ordered.reserveCapacity(count)
  for case let result? in results.withLock({ $0 }) { ordered.append(try result.get()) }
  return ordered
}

/// Does one piece of work, which can ask for its number.
private func piece<Result, Failure: Error>(
  _ number: Int, _ work: () throws(Failure) -> Result
) throws(Failure) -> Result {
  // The standard library's `withValue` forgets what type of error there is.
  let result = ConcurrentWork.$piece.withValue(number) { () -> Swift.Result<Result, Failure> in
    do throws(Failure) { return .success(try work()) } catch { return .failure(error) }
  }
  return try result.get()
}
