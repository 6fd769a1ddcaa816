import Testing

/// Optimizers, schedules and clipping as cells use them.
@Suite struct OptimizerCellTests {
  @Test func `optimizers step whatever holds tensors`() {
    let run = CellRun(
      """
      struct Model: ParameterTree { var w: Tensor; var steps = 0 }
      let goal = Tensor([3, -1])
      func loss(_ w: Tensor) -> Tensor { let error = w - goal; return (error * error).sum() }
      var model = Model(w: Tensor([0, 0]))
      var adam = Adam(learningRate: 0.1)
      for _ in 0..<200 { adam.step(&model, along: gradient(at: model) { loss($0.w) }) }
      print(model.w.scalars.map { ($0 * 10).rounded() / 10 }, model.steps, adam.stepCount)
      var optimizers: [any Optimizer] = [
        SGD(learningRate: 0.1, momentum: 0.5, nesterov: true), Adam(learningRate: 0.1),
      ]
      for index in optimizers.indices {
        var pair = (Tensor([0, 0]), [Tensor(1)])
        for i in 0..<100 {
          let slope = gradient(at: pair) { w, b in loss(w) + b[0] * b[0] }
          optimizers[index].step(
            &pair, along: slope,
            rateFactor: RateSchedule.warmup(iterations: 10).factor(at: i))
        }
        print(loss(pair.0).scalar < 0.1, optimizers[index].stepCount)
      }
      var network = try Network.mlp(inputs: 1, hidden: [4], outputs: 1)
      let before = network
      var sgd = SGD(learningRate: 0.1)
      sgd.learningRate = 0.5
      sgd.step(&network, along: network)
      print(network == before.map { $0 - 0.5 * $0 }, sgd)
      """)
    #expect(run.failure == nil)
    #expect(
      run.text == """
        [3.0, -1.0] 0 200
        true 100
        true 100
        true SGD(learningRate: 0.5, momentum: 0.0, nesterov: false, weightDecay: 0.0)

        """)
  }

  @Test func `gradients are clipped as trees`() {
    let run = CellRun(
      """
      let slope = ["a": Tensor([3, 0]), "b": Tensor(4)]
      print(slope.globalNorm, slope.clipped(toValue: 3.5), slope.clipped(toGlobalNorm: 10))
      print(GradientClipping.globalNorm(2.5).clipped(slope)["b"]!.scalar.rounded())
      print(GradientClipping.value(1).limit, RateSchedule.linear(total: 4).factor(at: 1))
      """)
    #expect(run.failure == nil)
    #expect(
      run.text == """
        5.0 ["a": [3.0, 0.0], "b": 3.5] ["a": [3.0, 0.0], "b": 4.0]
        2.0
        1.0 0.75

        """)
  }

  @Test func `a training takes an optimizer, clipping and a schedule, and says what differs`() {
    let run = CellRun(
      """
      let tasks = try SinusoidTasks(shot: 2)
      let network = try Network.mlp(inputs: 1, hidden: [4], outputs: 1)
      let maml = MAML(
        innerSteps: 1, innerLearningRate: 0.01, innerClipping: .globalNorm(1),
        innerWeightDecay: 0.1)
      let run = try train(
        network, using: maml, on: tasks, iterations: 2, tasksPerBatch: 2,
        metaRateSchedule: .exponential(factor: 0.9),
        optimizer: SGD(learningRate: 0.01, momentum: 0.9), gradientClipping: .value(10))
      let more = try train(
        continuing: run, using: maml, on: tasks, iterations: 2, tasksPerBatch: 2,
        metaRateSchedule: .exponential(factor: 0.9))
      let whole = try train(
        network, using: maml, on: tasks, iterations: 4, tasksPerBatch: 2,
        metaRateSchedule: .exponential(factor: 0.9),
        optimizer: SGD(learningRate: 0.01, momentum: 0.9), gradientClipping: .value(10))
      print(more == whole, maml)
      """)
    #expect(run.failure == nil)
    #expect(run.text.hasPrefix("true MAML"))
  }

  @Test(arguments: [
    ("var a = Adam(learningRate: .nan)", "learningRate cannot be nan"),
    ("var a = Adam(meanDecay: 1)", "meanDecay cannot be 1.0"),
    ("var a = SGD(momentum: -1)", "momentum cannot be -1.0"),
    ("var a = SGD(learningRate: 1e300)", "learningRate cannot be 1e+300"),
    ("var a = SGD()\na.weightDecay = -1", "weightDecay cannot be -1.0"),
    ("let c = GradientClipping.globalNorm(0)", "the limit of a gradient cannot be 0.0"),
    ("let c = [Tensor(1)].clipped(toValue: .infinity)", "the limit of a gradient cannot be inf"),
    ("let c = RateSchedule.linear(total: 0).factor(at: 1)", "total cannot be 0"),
    (
      "var w = [Tensor(1)]\nvar a = SGD()\na.step(&w, along: [Tensor([1, 2])])",
      "the gradient in '0' is of shape [2], but the parameter of shape []"
    ),
    (
      "var w = [Tensor(1)]\nvar a = SGD()\na.step(&w, along: w, rateFactor: -1)",
      "rateFactor cannot be -1.0"
    ),
    ("var w = [Tensor]()\nvar a = SGD()\na.step(&w, along: w)", "there is no tensor"),
    (
      """
      let run = try train(
        Network.mlp(inputs: 1, outputs: 1), using: MAML(), on: SinusoidTasks(), iterations: 1,
        metaLearningRate: 0.1, optimizer: Adam())
      """, "metaLearningRate cannot be 0.1 where there is an optimizer"
    ),
  ]) func `a number that cannot be is an error`(source: String, message: String) {
    let run = CellRun(source)
    #expect(run.failure?.contains(message) == true, "\(run.failure ?? "no failure")")
  }
}
