import Autodiff
import MetaLearning
import Synchronization
import Tensors
import Testing

/// Trainings with optimizers, clipping and decay of one's own.
@Suite struct OptimizedTrainingTests {
  private let tasks: SinusoidTasks
  private let network: Network
  private let maml = MAML(innerSteps: 1, innerLearningRate: 0.01)

  init() throws {
    tasks = try SinusoidTasks(shot: 3)
    network = Network.mlp(inputs: 1, hidden: [8], outputs: 1, seed: 3)
  }

  private func trained(
    _ optimizer: (any Optimizer)?, clipping: GradientClipping? = nil, iterations: Int
  ) throws -> TrainingRun {
    try train(
      network, using: maml, on: tasks, iterations: iterations, tasksPerBatch: 2,
      metaRateSchedule: .warmup(iterations: 2, then: .cosine(total: 10)), optimizer: optimizer,
      gradientClipping: clipping, threads: 1)
  }

  private static let optimizers: [any Optimizer] = [
    SGD(learningRate: 0.05), SGD(learningRate: 0.05, momentum: 0.9, nesterov: true),
    Adam(learningRate: 0.01, weightDecay: 0.1), Adam(learningRate: 0.01, decoupledWeightDecay: 0.1),
  ]

  @Test(arguments: optimizers.indices)
  func `a run that was saved goes on to the same bits`(index: Int) throws {
    let optimizer = Self.optimizers[index]
    let clipping: GradientClipping? = index % 2 == 0 ? .globalNorm(0.5) : .value(0.01)
    let whole = try trained(optimizer, clipping: clipping, iterations: 6)

    let folder = try TemporaryFolder()
    let path = folder("run.safetensors")
    try trained(optimizer, clipping: clipping, iterations: 3).save(to: path)
    let read = try TrainingRun(contentsOf: path)
    #expect(read.optimizer.settings == optimizer.settings)
    #expect(read.gradientClipping == clipping)
    let continued = try train(
      continuing: read, using: maml, on: tasks, iterations: 3, tasksPerBatch: 2,
      metaRateSchedule: .warmup(iterations: 2, then: .cosine(total: 10)), threads: 1,
      changes: { Issue.record("nothing is another: \($0)") })

    #expect(continued == whole)
    #expect(whole.network != network)
  }

  @Test func `each part of the outer step matters`() throws {
    let runs =
      try Self.optimizers.map { try trained($0, iterations: 2).network } + [
        trained(nil, iterations: 2).network,
        trained(Self.optimizers[0], clipping: .globalNorm(0.1), iterations: 2).network,
        trained(Self.optimizers[0], clipping: .value(0.001), iterations: 2).network,
      ]
    for (index, run) in runs.enumerated() {
      #expect(runs[..<index].allSatisfy { $0 != run })
    }
    #expect(try trained(Adam(), iterations: 2) == trained(nil, iterations: 2))
  }

  @Test func `what differs from the run before is said`() throws {
    let run = try trained(nil, iterations: 2)
    var said: [String] = []
    _ = try train(
      continuing: run, using: MAML(innerSteps: 2, innerLearningRate: 0.01), on: tasks,
      iterations: 1, tasksPerBatch: 3,
      metaRateSchedule: .warmup(iterations: 2, then: .cosine(total: 10)),
      changes: { said += $0.map(\.description) })
    #expect(
      said == [
        "algorithm was MAML(innerSteps: 1, innerLearningRate: 0.01, order: second) and is "
          + "MAML(innerSteps: 2, innerLearningRate: 0.01, order: second)",
        "tasksPerBatch was 2 and is 3",
      ])
  }

  @Test func `rates that are too large are blamed, and leave a run that can be continued`() throws {
    #expect {
      try trained(SGD(learningRate: 1e38), iterations: 3)
    } throws: { error in
      guard case MetaLearningError.steppedTooFar(_, let run) = error else { return false }
      return run.parameters.parameters.allSatisfy { $0.scalars.allSatisfy(\.isFinite) }
        && "\(error)".contains("a learning rate smaller than 1e+38 may help")
    }
    #expect {
      try train(
        network, using: maml, on: tasks, iterations: 5, tasksPerBatch: 2, metaLearningRate: 1e30)
    } throws: {
      "\($0)".contains(
        "a metaLearningRate, or a rate of the optimizer, smaller than 1e+30 may help")
    }
    #expect {
      try train(
        network, using: maml, on: tasks, iterations: 1, metaLearningRate: 0.1, optimizer: SGD())
    } throws: {
      "\($0)".hasPrefix("metaLearningRate cannot be 0.1 where there is an optimizer")
    }
    #expect(throws: OptimizerError.self) { try trained(SGD(momentum: 2), iterations: 1) }
    #expect(throws: OptimizerError.self) {
      try trained(nil, clipping: .globalNorm(-1), iterations: 1)
    }
  }

  @Test func `clipping and decay of inner steps are those written by hand`() throws {
    let episode = tasks.episode(0)
    func loss(_ network: Network, _ examples: Examples) -> Tensor {
      guard case .values(let values) = examples.targets else { return Tensor(0) }
      let error = network(examples.inputs) - values
      return (error * error).mean()
    }
    for order in MAML.Order.allCases {
      for clipping: GradientClipping? in [nil, .globalNorm(0.5), .value(0.05)] {
        let maml = MAML(
          innerSteps: 2, innerLearningRate: 0.1, order: order, innerClipping: clipping,
          innerWeightDecay: 0.3)
        let found = try maml.metaGradient(at: network, for: episode)

        let expected = gradient(at: network) { start in
          var moved = start
          for _ in 0..<2 {
            let point = order == .first ? moved.withoutGradients : moved
            var slope = gradient(at: point) { loss($0, episode.support) }
            slope = clipping?.clipped(slope) ?? slope
            slope = slope.zipMap(point) { $0 + 0.3 * $1 }
            if order == .first { slope = slope.withoutGradients }
            moved = moved.zipMap(slope) { $0 - 0.1 * $1 }
          }
          return loss(moved, episode.query)
        }
        for (found, expected) in zip(found.parameters, expected.parameters) {
          let size = expected.scalars.map { abs($0) }.max() ?? 0
          for (found, expected) in zip(found.scalars, expected.scalars) {
            #expect(abs(found - expected) <= 1e-4 * max(size, 1e-3))
          }
        }
      }
    }
  }

  @Test func `limits of inner steps that cannot be are refused`() {
    for number in [-1, .nan, .infinity, 1e39] {
      #expect(throws: MetaLearningError.self) {
        try MAML(innerClipping: .value(number)).validate()
      }
      #expect(throws: MetaLearningError.self) { try ANIL(innerWeightDecay: number).validate() }
      #expect(throws: MetaLearningError.self) {
        try MAMLPlusPlus(innerClipping: .globalNorm(number)).validate()
      }
      #expect(throws: MetaLearningError.self) { try MetaSGD(innerWeightDecay: number).validate() }
    }
    #expect(throws: MetaLearningError.self) { try MAML(innerClipping: .value(0)).validate() }
    #expect(MAML().summary == "MAML(innerSteps: 5, innerLearningRate: 0.1, order: second)")
  }
}
