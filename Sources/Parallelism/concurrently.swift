internal import Glibc
internal import Synchronization

/// The number of cores that may be used.
package let coreCount = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))

/// Returns the results of independent pieces of work for `0..<count`, in order; throws the first error
/// in order.
package func concurrently<Result: Sendable, Failure: Error>(
  _ count: Int, threads: Int = coreCount,
  _ work: @Sendable (Int) throws(Failure) -> Result
) throws(Failure) -> [Result] {
  let results = Mutex([Swift.Result<Result, Failure>?](repeating: nil, count: count))
  parallelFor(count: count, threads: threads) { index in
    let result: Swift.Result<Result, Failure>
    do throws(Failure) {
      result = .success(try work(index))
    } catch {
      result = .failure(error)
    }
    results.withLock { $0[index] = result }
  }
  var ordered: [Result] = []
  ordered.reserveCapacity(count)
  for case let result? in results.withLock({ $0 }) { ordered.append(try result.get()) }
  return ordered
}
