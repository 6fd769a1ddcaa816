import Testing

private let learners = """
  struct Joint: MetaLearner {
    let innerSteps = 0
    func adapt(
      _ parameters: MetaParameters, to examples: Examples, steps: Int,
      visit: (Network) throws -> Void
    ) throws -> Network {
      for _ in 0...steps { try visit(parameters.network) }
      return parameters.network
    }
  }
  class Wrapped: MetaLearner {
    var inner = MAML(innerSteps: 2, innerLearningRate: 0.05)
    var innerSteps: Int { inner.innerSteps }
    var evaluationSteps: Int { 3 }
    var settings: [Setting] { inner.settings }
    func initialParameters(for network: Network) throws -> MetaParameters {
      MetaParameters(network: network, learned: ["extra": Tensor(ones: [2])])
    }
    func metaGradient(
      at parameters: MetaParameters, for episode: Episode, iteration: Int
    ) throws -> MetaGradient {
      let plain = try inner.initialParameters(for: parameters.network)
      let result = try inner.metaGradient(at: plain, for: episode, iteration: iteration)
      return MetaGradient(
        gradient: MetaParameters(network: result.gradient.network, learned: parameters.learned),
        score: QueryScore(loss: result.queryLoss, accuracy: result.queryAccuracy))
    }
    func adapt(
      _ parameters: MetaParameters, to examples: Examples, steps: Int,
      visit: (Network) throws -> Void
    ) throws -> Network {
      try inner.adapt(
        inner.initialParameters(for: parameters.network), to: examples, steps: steps, visit: visit)
    }
  }

  """

@Suite struct `Algorithms of a cell's own` {
  @Test func `need only say how they adapt`() {
    let run = CellRun(
      ownTasks + learners + """
        let own = try train(net, using: Joint(), on: Lines(), iterations: 3, tasksPerBatch: 4)
        let known = try train(
          net, using: MAML(innerSteps: 0, innerLearningRate: 0.1), on: Lines(), iterations: 3,
          tasksPerBatch: 4)
        print(zip(own.history.losses, known.history.losses).allSatisfy { abs($0 - $1) < 1e-4 })
        let e = try evaluate(own.network, using: Joint(), on: Lines(), taskCount: 3, steps: 2)
        print(e.stepLosses.count)
        let more = try train(continuing: own, using: Joint(), on: Lines(), iterations: 2, tasksPerBatch: 4)
        print(more.iteration)
        """)

    #expect(run.failure == nil)
    #expect(run.text == "true\n3\n5\n")
  }

  @Test func `may say everything that an algorithm of the library says`() {
    let run = CellRun(
      ownTasks + learners + """
        let own = try train(net, using: Wrapped(), on: Lines(), iterations: 3, tasksPerBatch: 4, threads: 2)
        let again = try train(net, using: Wrapped(), on: Lines(), iterations: 3, tasksPerBatch: 4, threads: 1)
        let known = try train(net, using: Wrapped().inner, on: Lines(), iterations: 3, tasksPerBatch: 4)
        print(own == again, own.network == known.network, own.parameters["extra"] != nil)
        let e = try evaluate(own.parameters, using: Wrapped(), on: Lines(), taskCount: 3)
        print(e.stepLosses.count)
        let any: any MetaLearner = Wrapped()
        let support = try Lines().episode(0).support
        print(try any.adapt(net, to: support) == Wrapped().inner.adapt(net, to: support, steps: 3))
        """)

    #expect(run.failure == nil)
    #expect(run.text == "true true true\n4\ntrue\n")
  }

  @Test func `are told of what they lack in Swift's words`() {
    let run = CellRun("struct Mine: MetaLearner { let innerSteps = 1 }")

    #expect(
      run.failure?.contains("error: type 'Mine' does not conform to protocol 'MetaLearner'") == true
    )
    #expect(
      run.failure?.contains("protocol requires function 'adapt(_:to:steps:visit:)' with type")
        == true)
  }

  @Test func `are told of a derivative that is not of their parameters`() {
    let run = CellRun(
      ownTasks + learners + """
        class Odd: Wrapped {
          override func metaGradient(
            at parameters: MetaParameters, for episode: Episode, iteration: Int
          ) throws -> MetaGradient {
            MetaGradient(
              gradient: MetaParameters(network: net), score: QueryScore(loss: 1, accuracy: nil))
          }
        }
        let r = try train(net, using: Odd(), on: Lines(), iterations: 1, tasksPerBatch: 2)
        """)

    #expect(run.failure?.contains("the derivative that Odd gives is of") == true)
  }

  @Test func `are told when they do not show their networks`() {
    let run = CellRun(
      ownTasks + """
        struct Silent: MetaLearner {
          let innerSteps = 2
          func adapt(
            _ parameters: MetaParameters, to examples: Examples, steps: Int,
            visit: (Network) throws -> Void
          ) throws -> Network { parameters.network }
        }
        let e = try evaluate(net, using: Silent(), on: Lines(), taskCount: 2)
        """)

    #expect(
      run.failure?.contains("must give 'visit' the network after 0, 1, … steps: 3 times") == true)
  }

  @Test(arguments: [-1, 20_000])
  func `cannot take numbers of steps that cannot be`(steps: Int) {
    let run = CellRun(
      ownTasks
        + learners.split(separator: "innerSteps = 0").joined(separator: "innerSteps = \(steps)")
        + "let r = try train(net, using: Joint(), on: Lines(), iterations: 1, tasksPerBatch: 2)")

    #expect(run.failure?.contains("innerSteps cannot be \(steps)") == true)
  }
}
