public import Tensors

extension Checked {
  /// Returns a tensor of a shape with numbers in row-major order.
  public static func tensor(shape: Shape, scalars: [Float]) throws(ShapeError) -> Tensor {
    guard scalars.count == shape.elementCount else {
      throw .elementCount(found: scalars.count, expected: shape)
    }
    return Tensor(DenseArray(shape: shape, scalars: scalars))
  }

  /// Returns a matrix with the given rows.
  public static func tensor(rows: [[Float]]) throws(ShapeError) -> Tensor {
    let length = rows.first?.count ?? 0
    for (row, values) in rows.enumerated() where values.count != length {
      throw .raggedRows(first: length, other: values.count, row: row)
    }
    return try tensor(shape: [rows.count, length], scalars: rows.flatMap { $0 })
  }

  /// Returns the same numbers in another shape; one size may be −1 and is worked out.
  public static func reshape(_ x: Tensor, to sizes: [Int]) throws(ShapeError) -> Tensor {
    try Primitive.reshape(to: x.shape.reshaped(to: sizes))(x)
  }

  /// Returns the tensor whose axis `i` is axis `axes[i]` of x.
  public static func transpose(_ x: Tensor, _ axes: [Int]) throws(ShapeError) -> Tensor {
    var permutation: [Int] = []
    for axis in axes { permutation.append(try x.shape.index(of: axis)) }
    return try Primitive.transpose(permutation)(x)
  }

  /// Returns x repeated along missing axes and axes of size 1 to fill a shape.
  public static func broadcast(_ x: Tensor, to shape: Shape) throws(ShapeError) -> Tensor {
    try Primitive.broadcast(to: shape)(x)
  }

  /// Returns tensors joined along an axis.
  public static func concatenate(
    _ parts: [Tensor], along axis: Int = 0
  ) throws(ShapeError) -> Tensor {
    guard let first = parts.first else { throw .nothingToConcatenate }
    return try Primitive.concatenate(axis: first.shape.index(of: axis)).apply(to: parts)
  }

  /// Returns tensors of one shape joined along a new axis.
  public static func stack(_ parts: [Tensor], along axis: Int = 0) throws(ShapeError) -> Tensor {
    guard let first = parts.first else { throw .nothingToConcatenate }
    let position = axis < 0 ? axis + first.rank + 1 : axis
    guard (0...first.rank).contains(position) else {
      throw .axisOutOfRange(axis, try Shape(validating: first.shape.dimensions + [1]))
    }
    var sizes = first.shape.dimensions
    sizes.insert(1, at: position)
    var slices: [Tensor] = []
    for part in parts {
      guard part.shape == first.shape else {
        throw .shapesDiffer(operation: "stack", first.shape, part.shape)
      }
      slices.append(try reshape(part, to: sizes))
    }
    return try concatenate(slices, along: position)
  }

  /// Returns the part at some indices of the first axes, without those axes.
  public static func element(_ x: Tensor, at indices: [Int]) throws(ShapeError) -> Tensor {
    guard indices.count <= x.rank else { throw .tooManyIndices(indices.count, x.shape) }
    for (axis, index) in indices.enumerated() where !(0..<x.shape[axis]).contains(index) {
      throw .indexOutOfRange(index, axis: axis, x.shape)
    }
    let part = try slice(x, indices.map { $0..<$0 + 1 })
    return try Primitive.reshape(to: Shape(Array(x.shape.dimensions[indices.count...])))(part)
  }

  /// Returns the part inside ranges of the first axes.
  public static func slice(_ x: Tensor, _ ranges: [Range<Int>]) throws(ShapeError) -> Tensor {
    guard ranges.count <= x.rank else { throw .tooManyIndices(ranges.count, x.shape) }
    let rest = x.shape.dimensions[ranges.count...].map { 0..<$0 }
    return try Primitive.slice(ranges + rest)(x)
  }

  /// Returns the parts at some indices of the first axis, in that order; any may come twice.
  public static func rows(_ x: Tensor, at indices: [Int]) throws(ShapeError) -> Tensor {
    guard x.rank >= 1 else { throw .tooManyIndices(1, x.shape) }
    return try taking(x, indices, along: 0)
  }
}
