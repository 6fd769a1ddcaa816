internal import Allowances
public import Tensors

extension Checked {
  /// Returns x where a mask is not 0, and y where it is; what is not taken has no derivative.
  public static func `where`(
    _ mask: Tensor, _ x: Tensor, _ y: Tensor
  ) throws(ShapeError) -> Tensor {
    let isZero = try equal(mask.withoutGradient, Tensor(0))
    let gate = Primitive.binary(.gate)
    return try add(gate(x, 1 - isZero), gate(y, isZero))
  }

  /// Returns a row for each label: 1 at the label, else 0.
  public static func oneHot(_ labels: [Int], count: Int) throws(ShapeError) -> Tensor {
    let shape = try Shape(validating: [labels.count, count])
    for label in labels where !(0..<count).contains(label) {
      throw .labelOutOfRange(label: label, classes: count)
    }
    guard Allowance.allows(shape.elementCount * MemoryLayout<Float>.stride) else {
      return Tensor(DenseArray(missing: shape))
    }
    var scalars = [Float](repeating: 0, count: shape.elementCount)
    for (row, label) in labels.enumerated() { scalars[row * count + label] = 1 }
    return Tensor(DenseArray(shape: shape, scalars: scalars))
  }

  /// Returns the parts at some indices of an axis, in that order; any may come twice.
  public static func taking(
    _ x: Tensor, _ indices: [Int], along axis: Int = 0
  ) throws(ShapeError) -> Tensor {
    let axis = try x.shape.index(of: axis)
    let size = x.shape[axis]
    for index in indices where !(0..<size).contains(index) {
      throw .indexOutOfRange(index, axis: axis, x.shape)
    }
    var sizes = x.shape.dimensions
    sizes[axis] = indices.count
    let shape = try Shape(validating: sizes)
    // A part is one row after another of each of the blocks that the axes before make.
    let length = sizes[(axis + 1)...].reduce(1, *)
    let blocks = sizes[..<axis].reduce(1, *)
    let map = unsafe PositionMap(source: x.shape, shape: shape) { positions in
      var place = 0
      for block in 0..<blocks {
        for index in indices where !Allowance.isSpent {
          let start = (block * size + index) * length
          inPieces(length) { piece in
            for column in piece { unsafe positions[place + column] = Int32(start + column) }
          }
          place += length
        }
      }
    }
    return try Primitive.gather(map)(x)
  }

  /// Returns the part at places of the first axes; an axis of which one place is taken disappears.
  public static func part(_ x: Tensor, _ places: [TensorPlaces]) throws(ShapeError) -> Tensor {
    guard places.count <= x.rank else { throw .tooManyIndices(places.count, x.shape) }
    var ranges: [Range<Int>] = []
    var sizes: [Int] = []
    for (axis, place) in places.enumerated() {
      let range = try place.range(along: axis, of: x.shape)
      ranges.append(range)
      if !place.isSingle { sizes.append(range.count) }
    }
    let part = try slice(x, ranges)
    return try Primitive.reshape(
      to: Shape(validating: sizes + x.shape.dimensions[places.count...]))(part)
  }
}
