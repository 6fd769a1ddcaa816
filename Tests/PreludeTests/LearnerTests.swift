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
}
