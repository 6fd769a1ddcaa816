import Autodiff
import FewShotData
import Tensors
import Testing

/// Functions that are made of several primitives: what they give, and their derivatives.
@Suite struct FunctionTests {
  @Test func `reductions drop the axes they are taken along`() {
    let x = Tensor([[1, 2, 3], [4, 5, 6]])

    #expect(x.sum() == Tensor(21))
    #expect(x.mean() == Tensor(3.5))
    #expect(x.sum(along: 0) == Tensor([5, 7, 9]))
    #expect(x.mean(along: -1) == Tensor([2, 5]))
    #expect(x.mean(along: 1, keepingDimensions: true) == Tensor([[2], [5]]))
    #expect(x.sum(along: 0, 1) == Tensor(21))
    #expect(x.variance(along: 0) == Tensor([2.25, 2.25, 2.25]))
    #expect(x.max() == Tensor(6))
    #expect(x.min(along: 0) == Tensor([1, 2, 3]))
    #expect(x.max(along: 1, keepingDimensions: true) == Tensor([[3], [6]]))
    #expect(x.argmax() == [2, 2])
    #expect(Tensor([[1, 9], [9, 1]]).argmax(along: 0) == [1, 0])
    #expect(Tensor(shape: [0, 3], scalars: []).mean().scalar.isNaN)
  }

  @Test func `parts are picked by index, range and list`() {
    let x = Tensor(shape: [2, 3, 2], scalars: (0..<12).map(Float.init))

    #expect(x[1] == Tensor([[6, 7], [8, 9], [10, 11]]))
    #expect(x[1, 2] == Tensor([10, 11]))
    #expect(x[1, 2, 0] == Tensor(10))
    #expect(x[0..<1, 1..<3] == Tensor(shape: [1, 2, 2], scalars: [2, 3, 4, 5]))
    #expect(x.rows(at: [1, 0, 1]).shape == [3, 3, 2])
    #expect(x.rows(at: [1, 1])[1] == x[1])
    #expect(x.rows(at: []).shape == [0, 3, 2])
  }

  @Test func `shapes change without the numbers`() {
    let x = Tensor([[1, 2, 3], [4, 5, 6]])

    #expect(x.transposed() == Tensor([[1, 4], [2, 5], [3, 6]]))
    #expect(x.reshaped(to: [3, -1]) == Tensor([[1, 2], [3, 4], [5, 6]]))
    #expect(x.transposed(-1, 0) == x.transposed())
    #expect(Tensor([1, 2]).broadcast(to: [2, 2]) == Tensor([[1, 2], [1, 2]]))
    #expect(Tensor(concatenating: [x, x], along: 1).shape == [2, 6])
    #expect(Tensor(stacking: [x, x], along: -1).shape == [2, 3, 2])
    #expect(Tensor(stacking: [Tensor(1), Tensor(2)]) == Tensor([1, 2]))
  }

  @Test func `matrices and vectors multiply`() {
    let m = Tensor([[1, 2, 3], [4, 5, 6]])

    #expect(matmul(m, m.transposed()) == Tensor([[14, 32], [32, 77]]))
    #expect(matmul(m, Tensor([1, 1, 1])) == Tensor([6, 15]))
    #expect(matmul(Tensor([1, 1]), m) == Tensor([5, 7, 9]))
    #expect(matmul(Tensor([1, 2]), Tensor([3, 4])) == Tensor(11))
  }

  @Test func `numbers combine with tensors on both sides`() {
    let x = Tensor([1, 2, 4])

    #expect(1 + x == Tensor([2, 3, 5]))
    #expect(1 - x == Tensor([0, -1, -3]))
    #expect(x - 1 == Tensor([0, 1, 3]))
    #expect(2 / x == Tensor([2, 1, 0.5]))
    #expect(x / 2 == Tensor([0.5, 1, 2]))
    #expect(-x == Tensor([-1, -2, -4]))
    #expect(pow(x, 2) == Tensor([1, 4, 16]))
    #expect(x.clamped(to: 1.5...3) == Tensor([1.5, 2, 3]))
    #expect((x .< Tensor(2)) + (x .<= Tensor(2)) == Tensor([2, 1, 0]))
    #expect((x .== Tensor(2)) == Tensor([0, 1, 0]))
  }

  @Test func `softmax works along any axis`() {
    let x = random([2, 3, 5])

    #expect(softmax(x, along: 1) == softmax(x.transposed(0, 2, 1)).transposed(0, 2, 1))
    #expect(softmax(Tensor([0, 0])) == Tensor([0.5, 0.5]))
    #expect((exp(logSoftmax(x, along: 0)).sum(along: 0) - 1).max().scalar < 1e-6)
  }

  @Test func `the cross entropy of even logits is the logarithm of the number of classes`() {
    let loss = softmaxCrossEntropy(Tensor(zeros: [4, 5]), labels: [0, 1, 2, 3])

    #expect((loss.scalar - 1.609_437_9).magnitude < 1e-6)
  }

  @Test func `the larger of equals is the left one`() {
    let (left, right) = gradient(at: Tensor(2), Tensor(2)) { x, y in max(x, y) + min(x, y) }

    #expect(left == Tensor(2))
    #expect(right == Tensor(0))
  }

  @Test func `printed tensors are nested brackets`() {
    #expect("\(Tensor([[1, 2], [3, 4]]))" == "[[1.0, 2.0], [3.0, 4.0]]")
    #expect("\(Tensor(2))" == "2.0")
    #expect("\(Tensor(zeros: [0, 3]))" == "[]")
    #expect("\(Tensor(zeros: [10, 10]))".hasPrefix("tensor [10, 10]: 0.0, 0.0"))
  }

  @Test func `random tensors have the moments they were asked for`() {
    var generator = SplitMix64(seed: 3)
    let normal = Tensor(
      randomNormal: [50_000], mean: 2, standardDeviation: 3, using: &generator)
    let uniform = Tensor(randomUniform: [50_000], in: -1..<3, using: &generator)

    // The mean of 50,000 has a standard error of 0.013 (normal) and 0.005 (uniform).
    #expect((normal.mean().scalar - 2).magnitude < 0.06)
    #expect((normal.variance(along: 0).scalar - 9).magnitude < 0.3)
    #expect((uniform.mean().scalar - 1).magnitude < 0.03)
    #expect(uniform.min().scalar >= -1 && uniform.max().scalar < 3)
  }

  @Test func `composed functions have derivatives of orders 1 to 3`() {
    let labels = [1, 0, 4]
    let functions: [(name: String, inputs: [Tensor], function: ([Tensor]) -> Tensor)] = [
      (
        "batchNorm", [random([3, 2, 2, 5]), random([5], seed: 2), random([5], seed: 3)],
        { batchNorm($0[0], scale: $0[1], offset: $0[2], epsilon: 0.5) }
      ),
      ("maxPool", [spread([1, 4, 5, 3])], { maxPool($0[0]) * maxPool($0[0]) * 0.01 }),
      (
        "conv2d", [random([2, 5, 5, 2]), random([3, 3, 2, 3])], { conv2d($0[0], $0[1], stride: 2) }
      ),
      ("max along", [spread([3, 5])], { exp(0.1 * $0[0].max(along: 0)) }),
      ("min along", [spread([3, 2, 3])], { exp(0.1 * $0[0].min(along: 0, 2)) }),
      ("variance", [random([5, 3])], { $0[0].variance(along: 0) }),
      ("softmax along 0", [random([5, 3])], { softmax($0[0], along: 0) }),
      ("cross entropy", [random([3, 5])], { softmaxCrossEntropy($0[0], labels: labels) }),
      ("clamped", [spread([7])], { $0[0].clamped(to: -1...1) * $0[0] }),
      ("pow", [random([5], in: 1..<2), random([5])], { pow($0[0], $0[1]) }),
      ("vector product", [random([3]), random([3, 2])], { matmul($0[0], $0[1]) }),
      ("rows", [random([3, 2])], { exp($0[0].rows(at: [2, 0, 2])) }),
      ("element", [random([3, 2, 2])], { exp($0[0][1, 0]) }),
      ("stack", [random([3]), random([3])], { exp(Tensor(stacking: $0, along: 1)) }),
    ]
    for (name, inputs, function) in functions {
      checkGradients(order: 3, at: inputs, tolerance: 5e-3, name: name) { [function($0)] }
    }
  }
}
