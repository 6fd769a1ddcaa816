internal import Glibc
internal import Synchronization
internal import Tensors

/// The number of cores that may be used.
let coreCount = max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))

/// Returns the results of independent pieces of work, in order; throws the first error in order.
func concurrently<Result: Sendable>(
  _ count: Int, threads: Int, interrupt: @Sendable () -> Bool,
  _ work: @Sendable (Int) throws -> Result
) throws -> [Result] {
  let results = Mutex([Swift.Result<Result, any Error>?](repeating: nil, count: count))
  parallelFor(count: count, threads: threads) { index in
    let result = Swift.Result {
      guard !interrupt() else { throw CancellationError() }
      return try work(index)
    }
    results.withLock { $0[index] = result }
  }
  return try results.withLock { $0 }.compactMap { try $0?.get() }
}
