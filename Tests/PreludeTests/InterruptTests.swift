import CellLanguage
import Testing

/// What takes long, in a session where tasks and a small network are there.
private let long = [
  "let n = try Network.mlp(inputs: 1, hidden: [40_000, 40_000], outputs: 1)",
  "let e = try SinusoidTasks(shot: 1_000_000_000).episode(0)",
  "let r = try train(net, using: maml, on: tasks, iterations: Int.max, tasksPerBatch: 2)",
  "let r = try train(net, using: maml, on: tasks, iterations: 2, tasksPerBatch: 1_000_000_000)",
  "let e = try evaluate(net, using: maml, on: tasks, taskCount: Int.max, threads: Int.max)",
  """
  let v = try Validation(on: tasks, every: 1, taskCount: Int.max)
  let r = try train(net, using: maml, on: tasks, iterations: 1, tasksPerBatch: 1, validation: v)
  """,
  "let a = Tensor(ones: [9000, 9000])\nlet b = matmul(a, a)",
  "let c = conv2d(Tensor(ones: [256, 100, 100, 64]), Tensor(ones: [5, 5, 64, 64]))",
  "let x = tanh(Tensor(ones: [300_000_000]))",
  "let x = Tensor(ones: [30_000, 10_000]).transposed() + Tensor(ones: [30_000])",
  "let s = Tensor(ones: [300_000_000]).reshaped(to: [3, 100_000_000]).sum(along: 0)",
  "let s = softmax(Tensor(ones: [30_000_000, 10]))",
  """
  let g = gradient(at: Tensor(ones: [100, 100])) { x in
    var y = x
    for _ in 0..<100_000 { y = matmul(x, y) * 0.01 }
    return y.sum()
  }
  """,
]

@Suite(.serialized) struct `An interrupt stops` {
  @Test(arguments: long)
  func `whatever takes long, soon`(source: String) {
    let setup = """
      let tasks = try SinusoidTasks(shot: 5)
      let net = try Network.mlp(inputs: 1, hidden: [8], outputs: 1)
      let maml = MAML(innerSteps: 1, innerLearningRate: 0.01)
      """
    let run = LimitRun(
      [setup, source], memory: 12_000, interruptedAfter: .milliseconds(200))

    #expect(run.failures[0] == nil)
    #expect(run.failures[1]?.kind == .interrupted, "\(run.failures[1]?.message ?? "it ended")")
    #expect(run.time < .seconds(2))
  }
}
