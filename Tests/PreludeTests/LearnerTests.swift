import Testing

/// Tasks and a network that are small enough to train in a test.
let preparation = """
  let split = try loadCharacters("glyphs")[0..<12].split(seed: 0)
  let tasks = try TaskDistribution(split.train, way: 2, shot: 1, queriesPerClass: 2)
  let network = try Network.strided(way: 2, channels: 4)

  """

@Suite struct LearnerTests {
  @Test(arguments: [
    "MAML()", "MAML(order: .first)", "ANIL()", "Reptile(evaluationSteps: 3)", "MetaSGD()",
    "MAMLPlusPlus(multiStepIterations: 1)", "ProtoNet()",
  ])
  func `one word switches the algorithm`(learner: String) {
    let run = CellRun(
      preparation + """
        let run = try train(
          network, using: \(learner), on: tasks, iterations: 2, tasksPerBatch: 2,
          metaRateSchedule: .cosine(total: 2))
        let result = try evaluate(run.parameters, using: \(learner), on: tasks, taskCount: 3)
        print(run.iteration, run.history.losses.count, result.taskAccuracies.count)
        """)

    #expect(run.failure == nil)
    #expect(run.text == "2 2 3\n")
  }

  @Test func `algorithms are values that a cell can put in an array`() {
    let run = CellRun(
      preparation + """
        let learners: [any MetaLearner] = [MAML(innerSteps: 1), ProtoNet()]
        for learner in learners {
          let run = try train(network, using: learner, on: tasks, iterations: 1, tasksPerBatch: 1)
          print(run.iteration)
        }
        """)

    #expect(run.failure == nil)
    #expect(run.text == "1\n1\n")
  }

  @Test func `sinusoids are learned by a perceptron`() {
    let run = CellRun(
      """
      let waves = try SinusoidTasks(shot: 5, queries: 5, seed: 0)
      let network = try Network.mlp(inputs: 1, hidden: [8], outputs: 1)
      let maml = MAML(innerSteps: 1, innerLearningRate: 0.01)
      let run = try train(network, using: maml, on: waves, iterations: 2, tasksPerBatch: 2)
      print(run.history.losses.count, run.history.accuracies.isEmpty)
      """)

    #expect(run.failure == nil)
    #expect(run.text == "2 true\n")
  }

  @Test func `settings that cannot be are errors at the call`() {
    let run = CellRun(
      preparation
        + "let run = try train(network, using: MAML(innerSteps: -1), on: tasks, iterations: 1)")

    #expect(run.failure?.hasPrefix("cell:4:") == true)
    #expect(run.failure?.contains("error: innerSteps cannot be -1") == true)
  }

  @Test(arguments: [
    "MAML(innerSteps: 100_000_000)", "MAML(innerSteps: Int.max, order: .first)",
    "ANIL(innerSteps: 1_000_000)", "MetaSGD(innerSteps: Int.min)",
    "MAMLPlusPlus(innerSteps: Int.max)", "MAMLPlusPlus(innerSteps: 1_000_000)",
    "Reptile(evaluationSteps: Int.max)", "MAML(innerLearningRate: Double.nan)",
    "MetaSGD(innerLearningRate: Double.infinity)", "ANIL(innerLearningRate: 1e300)",
  ])
  func `settings that no machine has room for are errors of the cell`(learner: String) {
    for use in [
      "try train(network, using: learner, on: tasks, iterations: 1)",
      "try evaluate(network, using: learner, on: tasks, taskCount: 1)",
      "try learner.adapt(network, to: tasks.episode(0).support)",
    ] {
      let run = CellRun(preparation + "let learner = \(learner)\n_ = \(use)")

      #expect(run.failure?.hasPrefix("cell:5:") == true, "\(run.failure ?? "no failure")")
      #expect(run.failure?.contains(" cannot be ") == true, "\(run.failure ?? "no failure")")
    }
  }

  @Test(arguments: ["Int.max", "Int.min", "-1", "1_000_000"])
  func `weights of steps that cannot be are an error of the cell`(steps: String) {
    let run = CellRun("print(MAMLPlusPlus(innerSteps: \(steps)).lossWeights(at: 0))")

    #expect(run.failure?.contains("innerSteps cannot be ") == true)
  }

  @Test func `weights at any iteration are numbers`() {
    let run = CellRun(
      """
      for iteration in [Int.min, -1, 0, Int.max] {
        print(MAMLPlusPlus(innerSteps: 2).lossWeights(at: iteration))
      }
      """)

    #expect(run.text == "[0.0, 0.5, 0.5]\n[0.0, 0.5, 0.5]\n[0.0, 0.5, 0.5]\n[0.0, 0.0, 1.0]\n")
  }
}

@Suite struct AnyLearnerTests {
  @Test func `an algorithm of any kind has what all have`() {
    let run = CellRun(
      """
      let tasks = try SinusoidTasks(shot: 3)
      let net = try Network.mlp(inputs: 1, hidden: [4], outputs: 1)
      let learners: [any MetaLearner] = [MAML(innerSteps: 1), Reptile(evaluationSteps: 3)]
      for learner in learners {
        let adapted = try learner.adapt(net, to: tasks.episode(0).support)
        print(learner.innerSteps, learner.evaluationSteps, adapted == net)
      }
      let sources: [any EpisodeSource] = [tasks]
      print(try sources[0].episode(0).support.count)
      """)

    #expect(run.failure == nil)
    #expect(run.text == "1 1 false\n5 3 false\n3\n")
  }
}
