import Autodiff
import FewShotData
import MetaLearning
import Tensors
import Testing

@Suite struct TransductionTests {
  private let network = Formula.filled(.strided(way: 5, channels: 8))
  private let maml = MAML(innerSteps: 1, innerLearningRate: 0.2)

  private func score(_ episode: Episode, isTransductive: Bool) throws -> QueryScore {
    let scores = try maml.queryScores(
      of: MetaParameters(network: network), on: episode,
      measurement: QueryMeasurement(
        steps: 1, everyStep: false, isTransductive: isTransductive), interrupt: { false })
    return scores[0]
  }

  /// The episode with one query image alone.
  private func alone(_ place: Int) -> Episode {
    let query = Formula.episode.query
    return Episode(
      support: Formula.episode.support,
      query: Examples(
        inputs: query.inputs.rows(at: [place]), labels: [query.labels[place]]))
  }

  @Test func `by the support's statistics, query images don't change each other's answers`() throws
  {
    let losses = try (0..<15).map { try score(alone($0), isTransductive: false).loss }

    let together = try score(Formula.episode, isTransductive: false)

    #expect(abs(together.loss - losses.reduce(0, +) / 15) < 1e-5)
  }

  @Test func `together, they do`() throws {
    let losses = try (0..<15).map { try score(alone($0), isTransductive: true).loss }

    let together = try score(Formula.episode, isTransductive: true)

    #expect(abs(together.loss - losses.reduce(0, +) / 15) > 1e-3)
  }

  /// Whoever normalizes support images by the support's statistics has done what batch
  /// normalization does.
  @Test func `by the support's statistics, support images are answered as in their own batch`()
    throws
  {
    let support = Formula.episode.support
    let asked = Episode(support: support, query: support)

    let inductive = try score(asked, isTransductive: false)

    let ordinary = try score(asked, isTransductive: true)
    #expect(abs(inductive.loss - ordinary.loss) < 1e-5)
  }

  @Test func `one layer is normalized as by hand`() throws {
    let network = try Network(
      [.batchNormalization(channels: 1), .globalMean, .dense(inputs: 1, outputs: 1)])
    func images(_ values: [Float]) -> Tensor {
      Tensor(shape: [values.count, 1, 1, 1], scalars: values)
    }
    let episode = Episode(
      support: Examples(inputs: images([1, 3, 5, 7]), values: Tensor([[0], [0], [0], [0]])),
      query: Examples(inputs: images([9]), values: Tensor([[0]])))
    let network1 = network.mapParameters { name, tensor in
      name == "fc.weight" ? Tensor([[1]]) : tensor
    }

    let scores = try MAML().queryScores(
      of: MetaParameters(network: network1), on: episode,
      measurement: QueryMeasurement(steps: 0, isTransductive: false), interrupt: { false })

    // The mean of 1, 3, 5, 7 is 4 and their variance 5: (9 − 4)² / 5.
    #expect(abs(scores[0].loss - 5) < 1e-4)
  }

  @Test func `an evaluation can be either`() throws {
    let levels = (0..<10 * 20 * 784).map { UInt8(Formula.hashed($0 / 37) % 256) }
    let characters = ImageCollection(
      names: (0..<10).map { "c\($0)" }, drawingsPerCharacter: 20, levels: levels)
    let tasks = try TaskDistribution(characters, way: 5, shot: 1, queriesPerClass: 3)

    let one = try evaluate(network, using: maml, on: tasks, taskCount: 4, transductive: false)
    let all = try evaluate(network, using: maml, on: tasks, taskCount: 4)

    #expect(one.stepAccuracies.count == 2)
    #expect(one.taskLosses != all.taskLosses)
  }
}
