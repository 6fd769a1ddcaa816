import Autodiff
import Foundation
import MetaLearning
import Tensors
import Testing

@Suite struct OptimizerTests {
  private struct Expected: Decodable {
    var steps: [String: [[Double]]]
    var clipped: [String: [Double]]

    static func load() throws -> Expected {
      let file = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "Fixtures/optimizer_steps.json")
      return try JSONDecoder().decode(Expected.self, from: Data(contentsOf: file))
    }
  }

  private static let start = [Tensor([[1, -2], [0.5, 3]]), Tensor([0.25, -0.75, 4])]

  private static func slopes(_ step: Int) -> [Tensor] {
    let step = Float(step)
    return [
      Tensor([[0.5, -0.25], [8, 1 - step]]), Tensor([0.125 * step, -1, 2 - 0.5 * step]),
    ]
  }

  private static let optimizers: [String: any Optimizer] = [
    "sgd": SGD(learningRate: 0.1), "sgdDecay": SGD(learningRate: 0.1, weightDecay: 0.2),
    "momentum": SGD(learningRate: 0.1, momentum: 0.9),
    "nesterov": SGD(learningRate: 0.1, momentum: 0.9, nesterov: true, weightDecay: 0.2),
    "adam": Adam(learningRate: 0.05),
    "adamDecay": Adam(
      learningRate: 0.05, meanDecay: 0.8, squareDecay: 0.95, epsilon: 1e-3, weightDecay: 0.2),
    "adamW": Adam(learningRate: 0.05, decoupledWeightDecay: 0.2),
  ]

  private func expect(_ found: [Tensor], near expected: [Double]) throws {
    let found = found.flatMap(\.scalars)
    try #require(found.count == expected.count)
    // Of numbers below 10, rounded a dozen times.
    for (found, expected) in zip(found, expected) { #expect(abs(Double(found) - expected) < 1e-5) }
  }

  @Test(arguments: optimizers.keys.sorted())
  func `five steps are PyTorch's in float64`(name: String) throws {
    var optimizer = try #require(Self.optimizers[name])
    var parameters = Self.start
    for (step, expected) in try #require(Expected.load().steps[name]).enumerated() {
      optimizer.step(&parameters, along: Self.slopes(step))
      try expect(parameters, near: expected)
    }
    #expect(optimizer.stepCount == 5)
  }

  @Test func `clipped gradients are PyTorch's in float64`() throws {
    let expected = try Expected.load().clipped
    let slopes = Self.slopes(0)

    try expect(
      GradientClipping.globalNorm(1.5).clipped(slopes), near: #require(expected["norm"]))
    #expect(GradientClipping.globalNorm(1000).clipped(slopes) == slopes)
    try expect(slopes.clipped(toGlobalNorm: 1000), near: #require(expected["largeNorm"]))
    try expect(GradientClipping.value(0.75).clipped(slopes), near: #require(expected["value"]))
  }

  @Test func `a norm is right where its square is no float`() {
    #expect(abs([Tensor([3e25, 4e25])].globalNorm.scalar / 5e25 - 1) < 1e-6)
    #expect(abs([Tensor([3e-30, 4e-30])].globalNorm.scalar - 5e-30) < 1e-35)
    #expect([Tensor([0, 0])].globalNorm.scalar == 0)
    let clipped = [Tensor([3e25, 4e25])].clipped(toGlobalNorm: 1)[0].scalars
    #expect(abs(clipped[0] - 0.6) < 1e-6 && abs(clipped[1] - 0.8) < 1e-6)
    #expect([Tensor([.nan])].clipped(toGlobalNorm: 1)[0].scalars[0].isNaN)
  }

  @Test func `a step can be differentiated`() {
    // One step of SGD with decay: w − 0.1 (2 w + 0.5 w); with momentum, the second's velocity is
    // 0.9 v + g.
    let slope = gradient(at: Tensor([2])) { start in
      var (w, sgd) = (start, SGD(learningRate: 0.1, momentum: 0.9, weightDecay: 0.5))
      for _ in 0..<2 { sgd.step(&w, along: gradient(at: w) { ($0 * $0).sum() }) }
      return w.sum()
    }
    // v₁ = 2.5 w, w₁ = 0.75 w, v₂ = 2.25 w + 1.875 w, w₂ = 0.75 w − 0.4125 w.
    #expect(abs(slope.scalars[0] - 0.3375) < 1e-6)
    let clipped = gradient(at: [Tensor([3, 4])]) { w in
      w.map { $0 * 2 }.clipped(toGlobalNorm: 5)[0][0]
    }[0].scalars
    // 5 w₀ / ‖w‖: 5 (1/5 − 9/125), and −5 · 12/125.
    #expect(abs(clipped[0] - 0.64) < 1e-5 && abs(clipped[1] + 0.48) < 1e-5)
  }

  @Test func `what a setting cannot be is refused`() {
    let refused: [(any Optimizer, String)] =
      [-1, .nan, .infinity, 1e39].flatMap { number -> [(any Optimizer, String)] in
        [
          (SGD(learningRate: number), "learningRate cannot be \(number)"),
          (SGD(weightDecay: number), "weightDecay cannot be \(number)"),
          (Adam(learningRate: number), "learningRate cannot be \(number)"),
          (Adam(epsilon: number), "epsilon cannot be \(number)"),
          (Adam(weightDecay: number), "weightDecay cannot be \(number)"),
          (Adam(decoupledWeightDecay: number), "decoupledWeightDecay cannot be \(number)"),
        ]
      }
      + [-1, 1, .nan, 1e300].flatMap { number -> [(any Optimizer, String)] in
        [
          (SGD(momentum: number), "momentum cannot be \(number)"),
          (Adam(meanDecay: number), "meanDecay cannot be \(number)"),
          (Adam(squareDecay: number), "squareDecay cannot be \(number)"),
        ]
      } + [(SGD(nesterov: true), "nesterov cannot be true without momentum")]
    for (optimizer, message) in refused {
      var (optimizer, tensor) = (optimizer, Tensor([1]))
      #expect {
        try optimizer.tryStep(&tensor, along: Tensor([1]))
      } throws: {
        "\($0)" == message
      }
      #expect(tensor == Tensor([1]) && optimizer.stepCount == 0)
    }
    for limit in [0, -1, .nan, .infinity, 1e39, 1e-60] {
      #expect(throws: OptimizerError.self) { try GradientClipping.globalNorm(limit).validate() }
      #expect(throws: OptimizerError.self) { try GradientClipping.value(limit).validate() }
    }
  }

  @Test func `what does not fit together is refused and changes nothing`() throws {
    func message(_ step: () throws -> Void) -> String {
      do { try step() } catch { return "\(error)" }
      return ""
    }
    var (adam, pair) = (Adam(), [Tensor([1, 2]), Tensor(3)])
    #expect(
      message { try adam.tryStep(&pair, along: [Tensor([1, 2])]) }
        == "the gradient does not belong to the parameters: the trees hold different tensors, 2 and "
        + "1: only one of them has '1'")
    #expect(
      message { try adam.tryStep(&pair, along: [Tensor([1, 2]), Tensor([3])]) }
        == "the gradient in '1' is of shape [1], but the parameter of shape []")
    try adam.tryStep(&pair, along: pair)
    var other = [Tensor([1, 2, 3]), Tensor(3)]
    #expect(message { try adam.tryStep(&other, along: other) }.contains("of other shapes"))
    var one = [Tensor([1, 2])]
    #expect(message { try adam.tryStep(&one, along: one) }.contains("(2 tensors, not 1)"))
    #expect(
      message { try adam.tryStep(&pair, along: pair, rateFactor: .nan) }.contains("rateFactor"))
    #expect(adam.stepCount == 1)
  }

  @Test func `schedules fall and grow as they say`() {
    func factors(_ schedule: RateSchedule) -> [Double] {
      [0, 1, 2, 3, 4, 5, 1000].map { schedule.factor(at: $0) }
    }
    #expect(factors(.linear(total: 4)) == [1, 0.75, 0.5, 0.25, 0, 0, 0])
    #expect(factors(.steps(every: 2, factor: 0.5)).prefix(6) == [1, 1, 0.5, 0.5, 0.25, 0.25])
    #expect(factors(.exponential(factor: 0.5)).prefix(4) == [1, 0.5, 0.25, 0.125])
    #expect(
      factors(.warmup(iterations: 3, then: .linear(total: 2)))
        == [0.25, 0.5, 0.75, 1, 0.5, 0, 0])
    for schedule: RateSchedule in [
      .linear(total: 0), .linear(total: 1, floor: .nan), .steps(every: 0), .steps(every: -1),
      .steps(every: 1, factor: 2), .exponential(factor: -1), .warmup(iterations: -1),
      .warmup(iterations: 1, then: .cosine(total: 0)),
    ] {
      #expect(throws: MetaLearningError.self) { try schedule.validate() }
      for iteration in [.min, -1, 0, 1, .max] { _ = schedule.factor(at: iteration) }
    }
  }
}
