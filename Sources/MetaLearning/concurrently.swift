internal import Autodiff
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

/// Throws unless what has been learned is what an algorithm learns.
func requireFit(_ parameters: MetaParameters, _ learner: some MetaLearner) throws {
  func learned(_ parameters: MetaParameters) -> [String] {
    parameters.learned.map { "\($0.key) \($0.value.shape)" }.sorted()
  }
  let expected = learned(learner.initialParameters(for: parameters.network))
  let found = learned(parameters)
  guard found == expected else {
    throw MetaLearningError.otherParameters(expected: expected, found: found)
  }
}
