import Autodiff
import MetaLearning
import Tensors
import Testing

/// Algorithms that leave the body as it is, in passes without a tape, against the same on a tape.
@Suite struct FusedEmbeddingTests {
  /// A network that the passes know, and one of the same numbers and results that they don't.
  enum Kind: CaseIterable {
    case pooled, strided

    var known: Network {
      switch self {
      case .pooled: Formula.filled(.pooled(way: 3))
      case .strided: Formula.filled(.strided(way: 3))
      }
    }

    /// With a second ReLU, which changes nothing, after the first.
    func unknown() throws -> Network {
      var layers = known.layers
      layers.insert(.relu, at: 3)
      let numbers = Dictionary(
        uniqueKeysWithValues: known.namedParameters.map { ($0.name, $0.tensor) })
      return try Network(layers).mapParameters { name, tensor in numbers[name] ?? tensor }
    }
  }

  private let episodes = [100, 1100, 2100].map { stream in
    Episode(
      support: Formula.examples([0, 0, 1, 2, 2, 2], stream: stream),
      query: Formula.examples([0, 1, 1, 2], stream: stream + 100))
  }

  private let algorithms: [any MetaLearner] = [
    ProtoNet(), ANIL(innerSteps: 0), ANIL(innerSteps: 3, innerLearningRate: 0.3),
    ANIL(innerSteps: 3, innerLearningRate: 0.3, order: .first),
  ]

  @Test(arguments: Kind.allCases) func `gradients are as by tape`(kind: Kind) throws {
    let (known, unknown) = (kind.known, try kind.unknown())
    #expect(known.parameterNames == unknown.parameterNames)
    for algorithm in algorithms {
      // Where rounding decides a ReLU, the two may differ on an episode; a wrong formula does on all.
      let differences = try episodes.map { episode in
        let found = try algorithm.metaGradient(
          at: MetaParameters(network: known), for: episode, interrupt: { false })
        let expected = try algorithm.metaGradient(
          at: MetaParameters(network: unknown), for: episode, interrupt: { false })
        #expect(abs(found.queryLoss - expected.queryLoss) < 1e-4)
        #expect(found.queryAccuracy == expected.queryAccuracy)
        return distance(found.gradient, expected.gradient) / size(expected.gradient)
      }
      #expect((differences.min() ?? 1) < 1e-4, "\(algorithm.summary): \(differences)")
      #expect(size(of: algorithm, at: known) > 0)
    }
  }

  @Test(arguments: Kind.allCases, [true, false])
  func `scores are as by tape`(kind: Kind, isTransductive: Bool) throws {
    let unknown = try kind.unknown()
    let measurement = QueryMeasurement(steps: 2, isTransductive: isTransductive)
    for algorithm in algorithms {
      let found = try algorithm.queryScores(
        of: MetaParameters(network: kind.known), on: episodes[0], measurement: measurement,
        interrupt: { false })

      let expected = try algorithm.queryScores(
        of: MetaParameters(network: unknown), on: episodes[0], measurement: measurement,
        interrupt: { false })
      #expect(found.count == 3)
      #expect(found.map(\.accuracy) == expected.map(\.accuracy))
      for (found, expected) in zip(found, expected) {
        #expect(abs(found.loss - expected.loss) < 1e-3)
      }
    }
  }

  private func size(of algorithm: any MetaLearner, at network: Network) -> Double {
    let slope = try? algorithm.metaGradient(
      at: MetaParameters(network: network), for: episodes[0], interrupt: { false })
    return slope.map { size($0.gradient) } ?? 0
  }

  private func distance(_ one: MetaParameters, _ other: MetaParameters) -> Double {
    zip(numbers(one), numbers(other)).reduce(0) { max($0, abs($1.0 - $1.1)) }
  }

  private func size(_ parameters: MetaParameters) -> Double {
    numbers(parameters).reduce(0) { max($0, abs($1)) }
  }

  private func numbers(_ parameters: MetaParameters) -> [Double] {
    parameters.network.parameters.flatMap(\.scalars).map(Double.init)
  }
}
