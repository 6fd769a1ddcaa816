public import Tensors

extension Checked {
  /// Returns x, which has to be a single number, as what is differentiated must.
  public static func scalar(_ x: Tensor) throws(ShapeError) -> Tensor {
    guard x.elementCount == 1 else { throw .notScalar(x.shape) }
    return x
  }

  /// Returns the sums along axes.
  public static func sum(
    _ x: Tensor, along axes: [Int], keepingDimensions: Bool = false
  ) throws(ShapeError) -> Tensor {
    let indices = try x.shape.indices(of: axes)
    let sum = try Primitive.sum(to: x.shape.reducing(indices))(x)
    return keepingDimensions ? sum : try Primitive.reshape(to: x.shape.removing(indices))(sum)
  }

  /// Returns the means along axes; of no elements, not a number.
  public static func mean(
    _ x: Tensor, along axes: [Int], keepingDimensions: Bool = false
  ) throws(ShapeError) -> Tensor {
    let count = try x.shape.indices(of: axes).reduce(1) { $0 * x.shape[$1] }
    return try sum(x, along: axes, keepingDimensions: keepingDimensions) / Float(count)
  }

  /// Returns the variances along axes, divided by the number of elements.
  public static func variance(
    _ x: Tensor, along axes: [Int], keepingDimensions: Bool = false
  ) throws(ShapeError) -> Tensor {
    let centred = try subtract(x, mean(x, along: axes, keepingDimensions: true))
    return try mean(centred * centred, along: axes, keepingDimensions: keepingDimensions)
  }

  /// Returns the largest elements along axes; the first of equals has the derivative.
  public static func max(
    _ x: Tensor, along axes: [Int], keepingDimensions: Bool = false
  ) throws(ShapeError) -> Tensor {
    let indices = try x.shape.indices(of: axes)
    let kept = x.shape.removing(indices)
    let count = indices.reduce(1) { $0 * x.shape[$1] }
    guard count > 0 else { throw .nothingToCompare(operation: "the largest", x.shape) }
    let others = (0..<x.rank).filter { !indices.contains($0) }
    let rows = try Primitive.transpose(others + indices)(x)
    let flat = try reshape(rows, to: kept.dimensions + [count])
    let largest = try Primitive.gather(flat.array.largestOfRows())(flat)
    return keepingDimensions
      ? try Primitive.reshape(to: x.shape.reducing(indices))(largest) : largest
  }

  /// Returns the smallest elements along axes; the first of equals has the derivative.
  public static func min(
    _ x: Tensor, along axes: [Int], keepingDimensions: Bool = false
  ) throws(ShapeError) -> Tensor {
    try -max(-x, along: axes, keepingDimensions: keepingDimensions)
  }

  /// Returns where along an axis the largest elements stand, in row-major order of the others.
  public static func argmax(_ x: Tensor, along axis: Int = -1) throws(ShapeError) -> [Int] {
    let index = try x.shape.index(of: axis)
    let length = x.shape[index]
    guard length > 0 else { throw .nothingToCompare(operation: "argmax", x.shape) }
    let others = (0..<x.rank).filter { $0 != index }
    let rows = try Primitive.transpose(others + [index])(x.withoutGradient)
    return rows.array.largestOfRows().scalars.map { $0 % length }
  }
}
