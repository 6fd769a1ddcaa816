import Autodiff
import Tensors
import Testing

/// Operations that begin earlier than where they were written, and give the same.
@Suite struct OriginTests {
  private let images = 3 * random([2, 6, 5, 3])
  private let shift = random([3], seed: 2)
  private let scale = random([3], seed: 3), offset = random([3], seed: 4)

  /// A copy that nothing is known of.
  private func anonymous(_ x: Tensor) -> Tensor { x * 1 }

  private typealias Layer = (_ x: Tensor, _ shift: Tensor) -> Tensor

  private func derivatives(_ order: Int, of layer: @escaping Layer) -> [Tensor] {
    let directions = [random(images.shape, seed: 5), random([3], seed: 6)]
    var function = { (inputs: [Tensor]) in
      let y = layer(inputs[0], inputs[1])
      return (y * y * y).sum() + tanh(y).sum()
    }
    for _ in 1..<order {
      let current = function
      function = { inputs in
        zip(gradient(at: inputs, in: current), directions)
          .reduce(Tensor(0)) { $0 + ($1.0 * $1.1).sum() }
      }
    }
    let (value, slope) = valueWithGradient(at: [images, shift], in: function)
    return [value] + slope
  }

  private func expectSame(_ found: @escaping Layer, _ expected: @escaping Layer) {
    for order in 1...3 {
      for (found, expected) in zip(derivatives(order, of: found), derivatives(order, of: expected))
      {
        let distance = (found - expected).norm().scalar
        #expect(distance <= 1e-4 * max(1, expected.norm().scalar), "order \(order)")
      }
    }
  }

  @Test func `the largest of rectified numbers has the derivatives that it has without shortcut`() {
    expectSame(
      { x, shift in maxPool(relu(x + shift)) },
      { x, shift in maxPool(anonymous(relu(x + shift))) })
    expectSame(
      { x, shift in maxPool(relu(x * shift), window: 3, stride: 1) },
      { x, shift in maxPool(anonymous(relu(x * shift)), window: 3, stride: 1) })
  }

  @Test func `rectified numbers that are used twice have both derivatives`() {
    expectSame(
      { x, shift in
        let y = relu(x * shift)
        return maxPool(y).sum() * y
      },
      { x, shift in
        let y = anonymous(relu(x * shift))
        return maxPool(y).sum() * y
      })
  }

  @Test func `batch norm of a shift has the derivatives that it has without shortcut`() {
    expectSame(
      { x, shift in batchNorm(x + shift, scale: scale, offset: offset) },
      { x, shift in batchNorm(anonymous(x + shift), scale: scale, offset: offset) })
    expectSame(
      { x, shift in batchNorm(x * shift + shift, scale: shift, offset: offset) },
      { x, shift in batchNorm(anonymous(x * shift + shift), scale: shift, offset: offset) })
  }

  @Test func `a shift that is not a number still shows`() {
    let broken = Tensor([0, .nan, .infinity])

    let y = valueWithGradient(at: images) { x in
      batchNorm(x + broken, scale: scale, offset: offset).sum()
    }.value

    #expect(y.scalar.isNaN)
  }

  @Test func `the derivative at rectified numbers is theirs, not that of what they were made of`() {
    let slope = gradient(at: images) { x in
      let y = relu(x)
      return (gradient(at: y) { y in maxPool(y).sum() } * x).sum()
    }

    let positions = gradient(at: relu(images)) { y in maxPool(y).sum() }
    #expect(slope == positions)
  }

  @Test func `a constant that was rectified has no derivative`() {
    let slope = gradient(at: images) { x in
      maxPool(relu(x).withoutGradient).sum() + x.sum() * 0
    }

    #expect(slope == Tensor(zeros: images.shape))
  }
}
