import Autodiff
import MetaLearning

extension Workload {
  /// Throws unless the derivative agrees with what the tape says.
  ///
  /// The tape differentiates the inner loop as one writes it down, so the two have nothing in
  /// common but the definition. Both round to 24 bits. On images of noise a ReLU or a largest value
  /// is now and then decided otherwise for that reason, which changes the derivative by up to some
  /// hundredths; where none is, they agree to a hundred-thousandth. So one task of some has to
  /// agree, after one inner step: a wrong term would show in all. (The tests compare five steps on
  /// characters with double precision.)
  func check() throws {
    if isByHand { try checkCells() }
    var distances: [Double] = []
    for task in 0..<8 {
      distances.append(try distanceFromTape(Tasks(of: self).episode(task)))
      if distances[task] < 1e-3 { return }
    }
    throw BenchmarkError.wrongResult(
      "\(self): the derivatives differ from the tape's by \(distances)")
  }

  private func distanceFromTape(_ episode: Episode) throws -> Double {
    let start = network
    var learner = learner
    learner.innerSteps = Self.checkedSteps
    let fast = try learner.metaGradient(
      at: MetaParameters(network: start), for: episode, interrupt: { false }
    ).gradient.network
    let slow =
      order == .second
      ? gradient(at: start) { episode.query.loss(of: adapted($0, to: episode.support)) }
      : gradient(at: adapted(start, to: episode.support)) { episode.query.loss(of: $0) }
    return distance(fast, slow)
  }

  private static let checkedSteps = 1

  private func adapted(_ network: Network, to support: Examples) -> Network {
    (0..<Self.checkedSteps).reduce(network) { network, _ in
      let slope = gradient(at: network) { support.loss(of: $0) }
      return network.zipMap(slope) { $0 - Float(innerLearningRate) * $1 }
    }
  }
}

/// Returns how far networks are apart, relative to the second.
private func distance(_ lhs: Network, _ rhs: Network) -> Double {
  var (difference, size) = (0.0, 0.0)
  for (lhs, rhs) in zip(lhs.parameters, rhs.parameters) {
    for (lhs, rhs) in zip(lhs.scalars, rhs.scalars) {
      difference += Double((lhs - rhs) * (lhs - rhs))
      size += Double(rhs * rhs)
    }
  }
  return (difference / size).squareRoot()
}
