public import Tensors

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension Tensor {
  /// Creates a single number, of shape `[]`.
  public init(_ scalar: Float) {
    self.init(DenseArray(scalar))
  }

  /// Creates a vector.
  public init(_ scalars: [Float]) {
    self.init(shape: [scalars.count], scalars: scalars)
  }

  /// Creates a matrix from rows of one length.
  public init(_ rows: [[Float]]) {
    self = trapping { () throws(ShapeError) in try Checked.tensor(rows: rows) }
  }

  /// Creates a tensor of a shape from numbers in row-major order.
  public init(shape: Shape, scalars: [Float]) {
    self = trapping { () throws(ShapeError) in try Checked.tensor(shape: shape, scalars: scalars) }
  }

  /// Creates a tensor whose every element is one value.
  public init(repeating value: Float, shape: Shape) {
    self.init(DenseArray(repeating: value, shape: shape))
  }

  /// Creates a tensor of zeros.
  public init(zeros shape: Shape) {
    self.init(repeating: 0, shape: shape)
  }

  /// Creates a tensor of ones.
  public init(ones shape: Shape) {
    self.init(repeating: 1, shape: shape)
  }

  /// Creates a tensor by joining others along an axis.
  public init(concatenating parts: [Tensor], along axis: Int = 0) {
    self = trapping { () throws(ShapeError) in try Checked.concatenate(parts, along: axis) }
  }

  /// Creates a tensor by joining others of one shape along a new axis.
  public init(stacking parts: [Tensor], along axis: Int = 0) {
    self = trapping { () throws(ShapeError) in try Checked.stack(parts, along: axis) }
  }
}

// MARK: - Random

extension Tensor {
  /// Creates a tensor of numbers drawn evenly from a range.
  public init(
    randomUniform shape: Shape, in range: Range<Float> = 0..<1,
    using generator: inout some RandomNumberGenerator
  ) {
    let scalars = (0..<shape.elementCount).map { _ in
      range.lowerBound + (range.upperBound - range.lowerBound) * unit(using: &generator)
    }
    self.init(shape: shape, scalars: scalars)
  }

  /// Creates a tensor of numbers drawn from a normal distribution.
  public init(
    randomNormal shape: Shape, mean: Float = 0, standardDeviation: Float = 1,
    using generator: inout some RandomNumberGenerator
  ) {
    // Box and Muller: one number from two uniform ones, the first kept away from 0.
    let scalars = (0..<shape.elementCount).map { _ in
      let radius = (-2 * log(1 - unit(using: &generator))).squareRoot()
      return mean + standardDeviation * radius * cos(2 * .pi * unit(using: &generator))
    }
    self.init(shape: shape, scalars: scalars)
  }
}

/// Draws a number from 0..<1; the same bits of the generator give the same number on any machine.
private func unit(using generator: inout some RandomNumberGenerator) -> Float {
  Float(generator.next() >> 40) * 0x1p-24
}
