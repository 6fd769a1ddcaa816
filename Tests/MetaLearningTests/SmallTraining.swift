import Autodiff
import FewShotData
import MetaLearning
import Tensors

/// A training that takes milliseconds and has all that a run can have.
enum SmallTraining {
  static let maml = MAML(innerSteps: 1, innerLearningRate: 0.1)

  static func network() throws -> Network {
    try Network([
      .convolution(inputs: 1, outputs: 2, stride: 3), .batchNormalization(channels: 2), .relu,
      .globalMean, .dense(inputs: 2, outputs: 3),
    ])
  }

  static func tasks(seed: Int = 0) throws -> TaskDistribution {
    let levels = (0..<6 * 4 * 784).map { UInt8(Formula.hashed($0 / 37) % 256) }
    let characters = ImageCollection(
      names: (0..<6).map { "c\($0)" }, drawingsPerCharacter: 4, levels: levels)
    return try TaskDistribution(characters, way: 3, shot: 1, queriesPerClass: 2, seed: seed)
  }

  static func run(
    iterations: Int, checkpoint: Checkpointing? = nil, maml: MAML = maml,
    progress: (TrainingProgress) -> Void = { _ in }, interrupt: @Sendable () -> Bool = { false }
  ) throws -> TrainingRun {
    try train(
      network(), using: maml, on: tasks(), iterations: iterations, tasksPerBatch: 2,
      metaLearningRate: 0.01, validation: Validation(on: tasks(seed: 1), every: 2, taskCount: 3),
      checkpoint: checkpoint, threads: 1, progress: progress, interrupt: interrupt)
  }

  static func continued(
    _ run: TrainingRun, iterations: Int, checkpoint: Checkpointing? = nil, threads: Int = 1,
    interrupt: @Sendable () -> Bool = { false }
  ) throws -> TrainingRun {
    try train(
      continuing: run, using: maml, on: tasks(), iterations: iterations, tasksPerBatch: 2,
      validation: Validation(on: tasks(seed: 1), every: 2, taskCount: 3), checkpoint: checkpoint,
      threads: threads, interrupt: interrupt)
  }
}

extension TrainingRun {
  /// All numbers of the run, as bits: 0 and −0 are not the same here.
  var bits: [UInt64] {
    let remembered = optimizer.memory.sorted { $0.key < $1.key }.flatMap(\.value)
    let tensors = parameters.parameters + (best?.parameters ?? []) + remembered
    let rates = optimizer.settings.compactMap { Double($0.value) }
    let evaluations = history.validations.map(\.evaluation).flatMap {
      $0.taskAccuracies + $0.stepAccuracies + $0.taskLosses + $0.stepLosses
    }
    return tensors.flatMap(\.scalars).map { UInt64($0.bitPattern) }
      + (rates + history.losses + history.accuracies + evaluations).map(\.bitPattern)
  }
}

/// MAML that also learns something else, if only in name.
struct RestlessMAML: MetaLearner {
  /// The derivative in what else is learned, relative to itself.
  var slope: Float = 1

  var innerSteps: Int { SmallTraining.maml.innerSteps }

  func validate() throws(MetaLearningError) {}

  func initialParameters(for network: Network) -> MetaParameters {
    MetaParameters(
      network: network,
      learned: ["rates": Tensor([[0.5, -0.0], [1, 2], [3, 4]]), "best.of": Tensor(7)])
  }

  var settings: [Setting] { [] }

  func metaGradient(
    at parameters: MetaParameters, for episode: Episode, iteration: Int
  ) throws -> MetaGradient {
    let found = try SmallTraining.maml.metaGradient(
      at: MetaParameters(network: parameters.network), for: episode, iteration: iteration)
    return MetaGradient(
      gradient: MetaParameters(
        network: found.gradient.network, learned: parameters.learned.mapValues { $0 * slope }),
      score: QueryScore(loss: found.queryLoss, accuracy: found.queryAccuracy))
  }

  func adapt(
    _ parameters: MetaParameters, to examples: Examples, steps: Int,
    visit: (Network) throws -> Void
  ) throws -> Network {
    try SmallTraining.maml.adapt(
      MetaParameters(network: parameters.network), to: examples, steps: steps,
      visit: visit)
  }
}
