public import Tensors

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension Checked {
  /// Returns numbers drawn evenly from a range.
  public static func randomUniform(
    _ shape: Shape, in range: Range<Float> = 0..<1,
    using generator: inout some RandomNumberGenerator
  ) throws(DistributionError) -> Tensor {
    guard !range.isEmpty else { throw .emptyRange(range.lowerBound) }
    let width = range.upperBound - range.lowerBound
    guard width.isFinite else {
      throw .infiniteRange(from: range.lowerBound, to: range.upperBound)
    }
    // Rounding may lead to the end of the range, which is not in it.
    let largest = range.upperBound.nextDown
    return drawn(shape) { Swift.min(range.lowerBound + width * unit(using: &generator), largest) }
  }

  /// Returns numbers drawn from a normal distribution.
  public static func randomNormal(
    _ shape: Shape, mean: Float = 0, standardDeviation: Float = 1,
    using generator: inout some RandomNumberGenerator
  ) throws(DistributionError) -> Tensor {
    guard mean.isFinite else { throw .notFinite(name: "mean", mean) }
    guard standardDeviation.isFinite, standardDeviation >= 0 else {
      throw .notAMagnitude(name: "standardDeviation", standardDeviation)
    }
    // Box and Muller: one number from two uniform ones, the first kept away from 0.
    return drawn(shape) {
      let radius = (-2 * log(1 - unit(using: &generator))).squareRoot()
      return mean + standardDeviation * radius * cos(2 * .pi * unit(using: &generator))
    }
  }

  /// Returns weights for a layer that a ReLU follows, normally distributed: those of a dense layer are
  /// `[inputs, outputs]`, of a convolution `[height, width, inputs, outputs]`.
  public static func kaimingNormal(
    _ shape: Shape, using generator: inout some RandomNumberGenerator
  ) throws -> Tensor {
    let inputs = try fans(of: shape).inputs
    return try randomNormal(
      shape, standardDeviation: (2 / Swift.max(inputs, 1)).squareRoot(), using: &generator)
  }

  /// Returns weights for a layer that no ReLU follows, normally distributed: those of a dense layer are
  /// `[inputs, outputs]`, of a convolution `[height, width, inputs, outputs]`.
  public static func xavierNormal(
    _ shape: Shape, using generator: inout some RandomNumberGenerator
  ) throws -> Tensor {
    let fans = try fans(of: shape)
    return try randomNormal(
      shape, standardDeviation: (2 / Swift.max(fans.inputs + fans.outputs, 1)).squareRoot(),
      using: &generator)
  }

  /// Returns x with each element made 0 with a probability, and the others made larger by as much as
  /// keeps the mean.
  public static func dropout(
    _ x: Tensor, rate: Float, using generator: inout some RandomNumberGenerator
  ) throws(DistributionError) -> Tensor {
    guard rate >= 0, rate <= 1 else { throw .notAProbability(name: "rate", rate) }
    let scale = rate < 1 ? 1 / (1 - rate) : 0
    let mask = drawn(x.shape) { unit(using: &generator) < rate ? 0 : scale }
    return x * mask
  }

  /// How many numbers each result of a layer is made of, and how many results each goes into.
  private static func fans(of shape: Shape) throws(ShapeError) -> (inputs: Float, outputs: Float) {
    guard shape.rank >= 2 else {
      throw .wrongRank(
        operation: "an initialiser of weights", expected: "at least inputs and outputs",
        found: shape)
    }
    let window = shape.dimensions.dropLast(2).reduce(1) { $0 * Float($1) }
    return (window * Float(shape[-2]), window * Float(shape[-1]))
  }
}

/// Returns numbers that are drawn one after another; none once the work's `Allowance` is spent.
private func drawn(_ shape: Shape, _ draw: () -> Float) -> Tensor {
  Tensor(
    unsafe DenseArray(shape: shape) { numbers in
      // Drawing a number takes much longer than adding one.
      inPieces(shape.elementCount, of: 1 << 18) { piece in
        for index in piece { unsafe numbers[index] = draw() }
      }
    })
}

/// Draws a number from 0..<1; the same bits of the generator give the same number on any machine.
private func unit(using generator: inout some RandomNumberGenerator) -> Float {
  Float(generator.next() >> 40) * 0x1p-24
}
