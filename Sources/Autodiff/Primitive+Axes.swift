import Tensors

extension Primitive {
  /// Applies a primitive that works on the last axis to another.
  func alongAxis(_ axis: Int, of x: Tensor) throws(ShapeError) -> Tensor {
    guard x.rank > 0 else { return try self(x) }
    let index = try x.shape.index(of: axis)
    guard index != x.rank - 1 else { return try self(x) }
    var swapped = Array(0..<x.rank)
    swapped.swapAt(index, x.rank - 1)
    let exchange = Primitive.transpose(swapped)
    return try exchange(self(exchange(x)))
  }
}
