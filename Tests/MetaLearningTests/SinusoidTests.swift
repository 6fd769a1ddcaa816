import Autodiff
import Foundation
import MetaLearning
import Tensors
import Testing

@Suite struct SinusoidTests {
  @Test func `points are on the curve of their task, in the paper's ranges`() throws {
    let tasks = try SinusoidTasks(shot: 5, queries: 7, seed: 3)
    for index in 0..<200 {
      let curve = tasks[index]
      let episode = tasks.episode(index)

      #expect((0.1...5).contains(curve.amplitude))
      #expect((0...Double.pi).contains(curve.phase))
      #expect(episode.support.inputs.shape == [5, 1])
      #expect(episode.query.inputs.shape == [7, 1])
      for points in [episode.support, episode.query] {
        let heights = try #require(points.values)
        for (x, y) in zip(points.inputs.scalars, heights.scalars) {
          #expect((-5...5).contains(x))
          let height = curve.amplitude * sin(Double(x) - curve.phase)
          #expect(abs(Double(y) - height) < 1e-6)
        }
      }
    }
  }

  @Test func `task i is a function of the seed and i`() throws {
    let tasks = try SinusoidTasks(shot: 10, seed: 3)
    let backwards = (0..<20).reversed().map { tasks.episode($0) }

    let again = try SinusoidTasks(shot: 10, seed: 3)

    #expect((0..<20).map { again.episode($0) } == backwards.reversed())
    #expect(try SinusoidTasks(shot: 10, seed: 4).episode(7) != tasks.episode(7))
    #expect(tasks.episode(7) != tasks.episode(8))
  }

  @Test func `amplitudes and phases are drawn evenly`() throws {
    let curves = try (0..<2000).map { try SinusoidTasks()[$0] }
    let amplitude = curves.reduce(0) { $0 + $1.amplitude } / 2000
    let phase = curves.reduce(0) { $0 + $1.phase } / 2000
    // Four standard errors of the mean: 4 · width / √12 / √2000.
    #expect(abs(amplitude - 2.55) < 4 * 4.9 / 12.0.squareRoot() / 2000.0.squareRoot())
    #expect(abs(phase - .pi / 2) < 4 * .pi / 12.0.squareRoot() / 2000.0.squareRoot())
  }

  @Test func `the loss of numbers is their mean squared error`() throws {
    let points = Examples(
      inputs: Tensor([[1], [2]]), values: Tensor([[3], [5]]))
    let network = try Network([.dense(inputs: 1, outputs: 1)]).mapParameters { name, _ in
      name == "fc.weight" ? Tensor([[2]]) : Tensor([0])
    }

    #expect(points.loss(of: network).scalar == 1)
    #expect(points.accuracy(of: network).isNaN)
    #expect(points.labels == [])
  }

  @Test func `MAML learns to fit a curve to a few points`() throws {
    let tasks = try SinusoidTasks(shot: 10, seed: 1)
    let network = Network.mlp(inputs: 1, outputs: 1, seed: 0)
    let maml = MAML(innerSteps: 1, innerLearningRate: 0.01)

    let run = try train(network, using: maml, on: tasks, iterations: 400, tasksPerBatch: 8)

    let unseen = try SinusoidTasks(shot: 10, seed: 2)
    let before = try evaluate(network, using: maml, on: unseen, taskCount: 50)
    let after = try evaluate(run.network, using: maml, on: unseen, taskCount: 50)
    #expect(after.loss < 0.8 * before.loss)
    #expect(after.stepLosses.count == 2)
    #expect(after.stepLosses[1] < after.stepLosses[0])
    #expect(after.taskLosses.count == 50)
    #expect(after.accuracy.isNaN)
    #expect(after.taskAccuracies.isEmpty)
    #expect(run.history.accuracies.isEmpty)
    #expect("\(after)".contains(/^loss \d+\.\d{3} ± \d+\.\d{3} \(50 tasks, 95 % confidence\)$/))
  }

  /// Every algorithm that has inner steps, with steps that don't overshoot.
  static let learners: [any MetaLearner] = [
    MAML(innerLearningRate: 0.01), ANIL(innerLearningRate: 0.01),
    Reptile(innerLearningRate: 0.01, evaluationSteps: 5), MetaSGD(innerLearningRate: 0.01),
    MAMLPlusPlus(innerLearningRate: 0.01),
  ]

  @Test(arguments: SinusoidTests.learners)
  func `every algorithm with inner steps learns numbers too`(learner: any MetaLearner) throws {
    let tasks = try SinusoidTasks(shot: 5)
    let run = try train(
      .mlp(inputs: 1, hidden: [8], outputs: 1), using: learner, on: tasks, iterations: 3,
      tasksPerBatch: 2, validation: Validation(on: tasks, every: 1, taskCount: 4))
    #expect(run.history.losses.allSatisfy { $0.isFinite })
    let best = run.history.validations.map(\.evaluation.loss).min()
    let found = try evaluate(run.best ?? run.parameters, using: learner, on: tasks, taskCount: 4)
    #expect(found.loss == best)
  }

  @Test func `tasks and networks that don't fit are refused`() throws {
    #expect {
      try evaluate(.mlp(inputs: 1, outputs: 2), using: MAML(), on: SinusoidTasks())
    } throws: {
      "\($0)" == "the network has 2 outputs, but the tasks ask for 1 number"
    }
    #expect {
      try evaluate(.mlp(inputs: 1, outputs: 1), using: ProtoNet(), on: SinusoidTasks())
    } throws: {
      "\($0)" == "ProtoNet needs tasks of classes, but these ask for numbers"
    }
    #expect(throws: MetaLearningError.self) { try SinusoidTasks(shot: 0) }
  }
}
