public import Tensors

extension Checked {
  /// Returns the product of matrices, of stacks of matrices, of matrices and a vector, or of two
  /// vectors.
  ///
  /// The axes before the last two say which matrix; where they are missing or of size 1, the matrix is
  /// multiplied with each of the other's. A vector is a row on the left and a column on the right.
  public static func matmul(_ lhs: Tensor, _ rhs: Tensor) throws(ShapeError) -> Tensor {
    guard lhs.rank >= 1, rhs.rank >= 1 else {
      throw .wrongRank(
        operation: "matmul", expected: "matrices or vectors",
        found: lhs.rank >= 1 ? rhs.shape : lhs.shape)
    }
    let left = lhs.rank > 1 ? lhs : try reshape(lhs, to: [1, lhs.shape[0]])
    let right = rhs.rank > 1 ? rhs : try reshape(rhs, to: [rhs.shape[0], 1])
    guard left.shape[-1] == right.shape[-2] else {
      throw .innerDimensions(
        lhs.shape, rhs.shape, left: left.shape[-1], right: right.shape[-2])
    }
    let product = try matrixProduct(left, right)
    guard lhs.rank == 1 || rhs.rank == 1 else { return product }
    var kept = product.shape.dimensions
    if rhs.rank == 1 { kept.removeLast() }
    if lhs.rank == 1 { kept.remove(at: kept.count - (rhs.rank == 1 ? 1 : 2)) }
    return try reshape(product, to: kept)
  }

  private static func matrixProduct(
    _ left: Tensor, _ right: Tensor
  ) throws(ShapeError) -> Tensor {
    let multiply = Primitive.matmul(transposeLhs: false, transposeRhs: false)
    if left.rank == 2, right.rank == 2 { return try multiply(left, right) }
    let (rows, inner, columns) = (left.shape[-2], left.shape[-1], right.shape[-1])
    // All rows at once: one large product is faster than many small ones.
    if right.rank == 2 {
      let all = left.shape.dimensions.dropLast()
      let matrix = try reshape(left, to: [all.reduce(1, *), inner])
      return try reshape(multiply(matrix, right), to: all + [columns])
    }
    let own = (left.shape.dimensions.dropLast(2), right.shape.dimensions.dropLast(2))
    let batch: [Int]
    do {
      batch = try Shape(unchecked: Array(own.0)).broadcast(with: Shape(unchecked: Array(own.1)))
        .dimensions
    } catch {
      throw .batchesDiffer(left.shape, right.shape)
    }
    let lhs = try broadcast(left, to: Shape(validating: batch + [rows, inner]))
    let rhs = try broadcast(right, to: Shape(validating: batch + [inner, columns]))
    return try multiply(lhs, rhs)
  }
}
