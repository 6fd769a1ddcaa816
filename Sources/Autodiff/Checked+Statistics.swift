public import Tensors

extension Checked {
  /// Returns the standard deviations along axes: the roots of the variances, which are divided by the
  /// number of elements. Where all elements are equal the derivative is 0.
  public static func standardDeviation(
    _ x: Tensor, along axes: [Int], keepingDimensions: Bool = false
  ) throws(ShapeError) -> Tensor {
    root(of: try variance(x, along: axes, keepingDimensions: keepingDimensions))
  }

  /// Returns the Euclidean lengths along axes. Of zeros the derivative is 0; numbers whose squares
  /// would overflow do not.
  public static func norm(
    _ x: Tensor, along axes: [Int], keepingDimensions: Bool = false
  ) throws(ShapeError) -> Tensor {
    let count = try x.shape.indices(of: axes).reduce(1) { $0 * x.shape[$1] }
    guard count > 0 else { return try sum(x, along: axes, keepingDimensions: keepingDimensions) }
    // A constant for the derivative: what it does cancels out.
    let largest = try max(
      abs(x.withoutGradient), along: axes, keepingDimensions: true)
    let isUsable = try multiply(greater(largest, Tensor(0)), greater(Tensor(.infinity), largest))
    let scale = try `where`(isUsable, largest, Tensor(1))
    let scaled = try divide(x, scale)
    let length = try root(
      of: sum(multiply(scaled, scaled), along: axes, keepingDimensions: true))
    let kept = try multiply(length, scale)
    guard !keepingDimensions else { return kept }
    return try Primitive.reshape(to: x.shape.removing(x.shape.indices(of: axes)))(kept)
  }

  /// Returns square roots whose derivative at 0 is that of a constant.
  private static func root(of x: Tensor) -> Tensor {
    let isZero = Primitive.binary(.equal).of(x, Tensor(0))
    return sqrt(x + isZero) - isZero
  }
}
