internal import Autodiff
internal import Tensors

/// Throws unless what has been learned is what an algorithm learns.
func requireFit(_ parameters: MetaParameters, _ learner: some MetaLearner) throws {
  func learned(_ parameters: MetaParameters) -> [String] {
    parameters.learned.map { "\($0.key) \($0.value.shape)" }.sorted()
  }
  let expected = learned(try learner.initialParameters(for: parameters.network))
  let found = learned(parameters)
  guard found == expected else {
    throw MetaLearningError.otherParameters(expected: expected, found: found)
  }
}
