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

/// Throws unless a setting is at least 1.
func requirePositive(_ value: Int, _ name: String) throws(MetaLearningError) {
  guard value >= 1 else { throw .outOfRange(name: name, value: "\(value)") }
}

/// Throws unless a network can be used on tasks: their first query images go through it, and it
/// has an output for each class.
func requireFit(_ network: Network, _ tasks: some EpisodeSource) throws {
  let query = tasks.episode(0).query
  let logits = try Checked.apply(network, to: query.inputs)
  let classes = (query.labels.max() ?? 0) + 1
  guard logits.shape[-1] == classes else {
    throw MetaLearningError.wrongOutputs(outputs: logits.shape[-1], classes: classes)
  }
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
