import Autodiff
import FewShotData
import MetaLearning
import Synchronization
import Tensors
import Testing

@Suite struct SettingsTests {
  private static let split = ImageCollection.glyphs(seed: 0).split(seed: 0)
  private let small = Network.strided(way: 2, channels: 4, seed: 0)

  private func tasks() throws -> TaskDistribution {
    try TaskDistribution(Self.split.train, way: 2, shot: 1, queriesPerClass: 2, seed: 1)
  }

  /// Every algorithm that takes inner steps, with a number of them.
  private static func learners(steps: Int, rate: Double = 0.1) -> [any MetaLearner] {
    [
      MAML(innerSteps: steps, innerLearningRate: rate),
      MAML(innerSteps: steps, innerLearningRate: rate, order: .first),
      ANIL(innerSteps: steps, innerLearningRate: rate),
      MetaSGD(innerSteps: steps, innerLearningRate: rate),
      MAMLPlusPlus(innerSteps: steps, innerLearningRate: rate),
      Reptile(innerSteps: steps, innerLearningRate: rate),
    ]
  }

  /// Every way to use an algorithm.
  private func uses(_ learner: some MetaLearner) -> [() throws -> Void] {
    [
      { _ = try train(small, using: learner, on: tasks(), iterations: 1, tasksPerBatch: 1) },
      { _ = try evaluate(small, using: learner, on: tasks(), taskCount: 1) },
      { _ = try learner.adapt(small, to: tasks().episode(0).support) },
    ]
  }

  @Test(arguments: [-1, .min, 10_001, 1_000_000, 100_000_000, .max])
  func `a number of inner steps that cannot be is refused wherever it is used`(steps: Int) {
    for learner in Self.learners(steps: steps) {
      for use in uses(learner) {
        #expect {
          try use()
        } throws: {
          "\($0)".hasPrefix("innerSteps cannot be \(steps)")
        }
      }
    }
  }

  @Test(arguments: [.nan, .infinity, -1, 1e39, Double.greatestFiniteMagnitude])
  func `a rate that cannot be is refused wherever it is used`(rate: Double) {
    for learner in Self.learners(steps: 1, rate: rate) {
      for use in uses(learner) {
        #expect {
          try use()
        } throws: {
          "\($0)" == "innerLearningRate cannot be \(rate)"
        }
      }
    }
  }

  @Test(arguments: [-1, 10_001, .max]) func `steps asked for one use are held to the same limit`(
    steps: Int
  ) {
    for learner in Self.learners(steps: 1) {
      #expect(throws: MetaLearningError.self) {
        try learner.adapt(small, to: tasks().episode(0).support, steps: steps)
      }
      #expect(throws: MetaLearningError.self) {
        try evaluate(small, using: learner, on: tasks(), taskCount: 1, steps: steps)
      }
      #expect(throws: MetaLearningError.self) {
        try evaluate(
          small, using: Reptile(evaluationSteps: steps), on: tasks(), taskCount: 1)
      }
    }
  }

  @Test(arguments: [0, 1, 5, 10_000, -1, .min, .max])
  func `the weights of a multi-step loss are finite and add up to 1`(steps: Int) {
    for iteration in [.min, -1, 0, 500, 1000, .max] {
      for multiStep in [0, 1, 1000, .max] {
        let maml = MAMLPlusPlus(innerSteps: steps, multiStepIterations: multiStep)
        let weights = maml.lossWeights(at: iteration)
        #expect(weights.count == max(0, min(steps, 10_000)) + 1)
        #expect(abs(weights.reduce(0, +) - 1) < 1e-9)
      }
    }
  }

  @Test func `an iteration before the first has the weights of the first`() {
    #expect(MAMLPlusPlus().lossWeights(at: .min) == MAMLPlusPlus().lossWeights(at: 0))
  }

  /// An algorithm and a network, for the tape and for the fused passes.
  @Test(
    arguments: [4, 64],
    [
      MAML(innerSteps: 10_000) as any MetaLearner, MAML(innerSteps: 10_000, order: .first),
      MAMLPlusPlus(innerSteps: 10_000), MetaSGD(innerSteps: 10_000), ANIL(innerSteps: 10_000),
      Reptile(innerSteps: 10_000),
    ])
  func `a training with the most steps stops when asked`(
    channels: Int, learner: any MetaLearner
  ) throws {
    let network = Network.strided(way: 2, channels: channels)
    let asked = Mutex<ContinuousClock.Instant?>(nil)
    let start = ContinuousClock.now
    do {
      _ = try train(
        network, using: learner, on: tasks(), iterations: 1, tasksPerBatch: 1, threads: 1,
        interrupt: {
          guard ContinuousClock.now - start > .milliseconds(150) else { return false }
          asked.withLock { $0 = $0 ?? .now }
          return true
        })
      Issue.record("10,000 steps are over")
    } catch MetaLearningError.interrupted {
      let asked = try #require(asked.withLock { $0 })
      #expect(asked - start < .milliseconds(1500))
      #expect(ContinuousClock.now - asked < .milliseconds(1500))
    } catch {
      // A machine without the memory for so many steps says so.
      #expect("\(error)".contains("MB of memory"), "\(error)")
    }
  }

  @Test func `what was learned in another shape is refused`() throws {
    for learner in [MetaSGD() as any MetaLearner, MAMLPlusPlus()] {
      let fitting = try learner.initialParameters(for: small)
      for name in fitting.learned.keys {
        for shape: Shape in [[], [0], [1], [2, 3], [0, 18]] {
          var parameters = fitting
          parameters.learned[name] = Tensor(zeros: shape)
          #expect(throws: MetaLearningError.self, "\(name) \(shape)") {
            try evaluate(parameters, using: learner, on: tasks(), taskCount: 1)
          }
          #expect(throws: MetaLearningError.self, "\(name) \(shape)") {
            try learner.adapt(parameters, to: tasks().episode(0).support)
          }
        }
      }
    }
  }
}
