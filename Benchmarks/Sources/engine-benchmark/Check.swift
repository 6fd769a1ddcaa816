import Autodiff
import MetaLearning

extension Workload {
  /// Throws unless the derivative of one task agrees with what the tape says.
  ///
  /// The tape differentiates the inner loop as one writes it down, so the two have nothing in
  /// common but the definition. Both round to 24 bits, and five steps on images of noise let that
  /// grow to a thousandth; a wrong term shows in the first digit. (The tests compare with double
  /// precision, on characters, to a thousandth.)
  func check() throws {
    let episode = RandomEpisodes(way: way, shot: shot).episode(0)
    let start = network
    let fast = try learner.metaGradient(
      at: MetaParameters(network: start), for: episode, interrupt: { false }
    ).gradient.network
    let slow =
      order == .second
      ? gradient(at: start) { episode.query.loss(of: adapted($0, to: episode.support)) }
      : gradient(at: adapted(start, to: episode.support)) { episode.query.loss(of: $0) }
    var (difference, size) = (0.0, 0.0)
    for (fast, slow) in zip(fast.parameters, slow.parameters) {
      for (fast, slow) in zip(fast.scalars, slow.scalars) {
        difference += Double((fast - slow) * (fast - slow))
        size += Double(slow * slow)
      }
    }
    let relative = (difference / size).squareRoot()
    guard relative < 1e-2 else {
      throw BenchmarkError.wrongResult(
        "\(self): the derivative differs from the tape's by \(relative)")
    }
  }

  private func adapted(_ network: Network, to support: Examples) -> Network {
    (0..<Self.innerSteps).reduce(network) { network, _ in
      let slope = gradient(at: network) { support.loss(of: $0) }
      return network.zipMap(slope) { $0 - 0.1 * $1 }
    }
  }
}
