public import Tensors

// Without a generator, the system's is taken, which no seed repeats.

extension Tensor {
  /// Creates a tensor of numbers drawn evenly from a range.
  public init(
    randomUniform shape: Shape, in range: Range<Float> = 0..<1,
    using generator: inout some RandomNumberGenerator
  ) {
    self = vouchedFor { try Checked.randomUniform(shape, in: range, using: &generator) }
  }

  /// Creates a tensor of numbers drawn evenly from a range.
  public init(randomUniform shape: Shape, in range: Range<Float> = 0..<1) {
    var generator = SystemRandomNumberGenerator()
    self.init(randomUniform: shape, in: range, using: &generator)
  }

  /// Creates a tensor of numbers drawn from a normal distribution.
  public init(
    randomNormal shape: Shape, mean: Float = 0, standardDeviation: Float = 1,
    using generator: inout some RandomNumberGenerator
  ) {
    self = vouchedFor {
      try Checked.randomNormal(
        shape, mean: mean, standardDeviation: standardDeviation, using: &generator)
    }
  }

  /// Creates a tensor of numbers drawn from a normal distribution.
  public init(randomNormal shape: Shape, mean: Float = 0, standardDeviation: Float = 1) {
    var generator = SystemRandomNumberGenerator()
    self.init(
      randomNormal: shape, mean: mean, standardDeviation: standardDeviation, using: &generator)
  }

  /// Creates weights for a layer that a ReLU follows (He et al. 2015, eq. 10): `[inputs, outputs]`, or
  /// `[height, width, inputs, outputs]` of a convolution.
  public init(
    kaimingNormal shape: Shape,
    using generator: inout some RandomNumberGenerator
  ) {
    self = vouchedFor { try Checked.kaimingNormal(shape, using: &generator) }
  }

  /// Creates weights for a layer that a ReLU follows (He et al. 2015, eq. 10): `[inputs, outputs]`, or
  /// `[height, width, inputs, outputs]` of a convolution.
  public init(kaimingNormal shape: Shape) {
    var generator = SystemRandomNumberGenerator()
    self.init(kaimingNormal: shape, using: &generator)
  }

  /// Creates weights for a layer that no ReLU follows (Glorot and Bengio 2010, eq. 12): `[inputs,
  /// outputs]`, or `[height, width, inputs, outputs]` of a convolution.
  public init(
    xavierNormal shape: Shape,
    using generator: inout some RandomNumberGenerator
  ) {
    self = vouchedFor { try Checked.xavierNormal(shape, using: &generator) }
  }

  /// Creates weights for a layer that no ReLU follows (Glorot and Bengio 2010, eq. 12): `[inputs,
  /// outputs]`, or `[height, width, inputs, outputs]` of a convolution.
  public init(xavierNormal shape: Shape) {
    var generator = SystemRandomNumberGenerator()
    self.init(xavierNormal: shape, using: &generator)
  }
}
