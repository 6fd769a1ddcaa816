import Autodiff
import FewShotData
import MetaLearning
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

  @Test func `one by one, query images don't change each other's answers`() throws {
    let losses = try (0..<15).map { try score(alone($0), isTransductive: false).loss }

    let together = try score(Formula.episode, isTransductive: false)

    #expect(abs(together.loss - losses.reduce(0, +) / 15) < 1e-5)
  }

  @Test func `together, they do`() throws {
    let losses = try (0..<15).map { try score(alone($0), isTransductive: true).loss }

    let together = try score(Formula.episode, isTransductive: true)

    #expect(abs(together.loss - losses.reduce(0, +) / 15) > 1e-3)
  }

  @Test func `one by one, an image is normalized with the support images`() throws {
    let (support, query) = (Formula.episode.support, Formula.episode.query)
    let adapted = try maml.adapt(network, to: support)
    let rows = (0..<15).map { place in
      adapted(Tensor(concatenating: [support.inputs, query.inputs.rows(at: [place])]))[5..<6]
    }
    let expected = softmaxCrossEntropy(Tensor(concatenating: rows), labels: query.labels)

    let found = try score(Formula.episode, isTransductive: false)

    #expect(abs(found.loss - Double(expected.scalar)) < 1e-5)
  }

  @Test func `an evaluation can be either`() throws {
    let levels = (0..<10 * 20 * 784).map { UInt8(Formula.hashed($0 / 37) % 256) }
    let characters = CharacterCollection(
      names: (0..<10).map { "c\($0)" }, drawingsPerCharacter: 20, levels: levels)
    let tasks = try TaskDistribution(characters, way: 5, shot: 1, queriesPerClass: 3)

    let one = try evaluate(network, using: maml, on: tasks, taskCount: 4, transductive: false)
    let all = try evaluate(network, using: maml, on: tasks, taskCount: 4)

    #expect(one.stepAccuracies.count == 2)
    #expect(one.taskLosses != all.taskLosses)
  }
}
