import Autodiff
import Tensors
import Testing

/// Batch norm in few passes against what it is composed of.
@Suite struct BatchNormTests {
  static let shapes: [Shape] = [
    [7, 3], [2, 5, 3, 17], [3, 9, 11, 64], [130, 32], [2, 3, 3, 100],
  ]

  private func composed(_ x: Tensor, _ scale: Tensor, _ offset: Tensor) -> Tensor {
    trapping { () throws(ShapeError) in
      try Primitive.standardize(epsilon: 1e-5)(x) * scale + offset
    }
  }

  private func fused(_ x: Tensor, _ scale: Tensor, _ offset: Tensor) -> Tensor {
    batchNorm(x, scale: scale, offset: offset)
  }

  private typealias Norm = (Tensor, Tensor, Tensor) -> Tensor

  /// A number that the norm goes into twice, so that what comes back to it is no constant.
  private func value(_ norm: Norm, _ inputs: [Tensor], weighedBy weights: Tensor) -> Tensor {
    let once = norm(inputs[0], inputs[1], inputs[2])
    return (tanh(once) * weights).sum() + (once * once * weights).mean()
  }

  private func derivative(_ order: Int, _ norm: @escaping Norm, _ shape: Shape) -> [Tensor] {
    let inputs = [
      3 * random(shape) + 2, random([shape[-1]], seed: 2), random([shape[-1]], seed: 3),
    ]
    let directions = inputs.enumerated().map { random($1.shape, seed: 10 + UInt64($0)) }
    let weights = random(shape, seed: 4)
    var function = { (inputs: [Tensor]) in value(norm, inputs, weighedBy: weights) }
    for _ in 1..<order {
      let current = function
      function = { inputs in
        zip(gradient(at: inputs, in: current), directions)
          .reduce(Tensor(0)) { $0 + ($1.0 * $1.1).sum() }
      }
    }
    return gradient(at: inputs, in: function)
  }

  @Test(arguments: shapes, 1...3)
  func `derivatives of all orders are those of the parts`(shape: Shape, order: Int) {
    let found = derivative(order, fused, shape)

    let expected = derivative(order, composed, shape)
    for (found, expected) in zip(found, expected) {
      let distance = found - expected
      let size = (expected * expected).sum().scalar.squareRoot()
      // Each order divides by the deviation once more, and what is left of large terms is small.
      #expect((distance * distance).sum().scalar.squareRoot() <= 2e-4 * size + 1e-4)
    }
  }

  @Test func `numbers that are seen as other channels have moments of their own`() {
    let x = random([4, 6])
    let wide = trapping { () throws(ShapeError) in try Checked.reshape(x, to: [8, 3]) }
    func normalized(_ x: Tensor) -> Tensor {
      fused(x, Tensor(ones: [x.shape[-1]]), Tensor(zeros: [x.shape[-1]]))
    }

    let first = normalized(x)
    let second = normalized(wide)

    let means = second.mean(along: 0).scalars
    #expect(means.allSatisfy { abs($0) < 1e-6 })
    #expect(normalized(x) == first)
  }

  @Test func `another ε gives other numbers of the same tensor`() {
    let x = random([9, 2])
    func normalized(_ epsilon: Float) -> Tensor {
      batchNorm(x, scale: Tensor([1, 1]), offset: Tensor([0, 0]), epsilon: epsilon)
    }

    let first = normalized(1e-5)

    #expect(normalized(1) != first)
    #expect(normalized(1e-5) == first)
  }

  @Test func `a mean far from 0 costs no digits`() {
    let x = random([500, 3])

    let near = fused(x, Tensor([1, 1, 1]), Tensor([0, 0, 0]))
    let far = fused(x + 64, Tensor([1, 1, 1]), Tensor([0, 0, 0]))

    // Numbers near 64 are 8e-6 apart.
    #expect(zip(near.scalars, far.scalars).allSatisfy { abs($0 - $1) < 5e-5 })
  }

  @Test func `what is not a number stays so in its channel alone`() {
    let x = Tensor([[1, .nan], [2, 3], [4, 5]])

    let y = fused(x, Tensor([1, 1]), Tensor([0, 0])).scalars

    #expect(y[1].isNaN && y[3].isNaN && y[5].isNaN)
    #expect(!y[0].isNaN && !y[2].isNaN && !y[4].isNaN)
  }
}
