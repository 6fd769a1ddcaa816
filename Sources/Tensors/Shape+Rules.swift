// The shapes of results: what each operation makes of the shapes of its operands, or why not.

extension Shape {
  /// Returns the shape that two operands of an element-by-element operation are repeated to.
  ///
  /// Axes are matched from the last; an axis of size 1, or a missing one, is repeated:
  /// `[32, 1, 5]` and `[4, 1]` give `[32, 4, 5]`.
  public func broadcast(with other: Shape) throws(ShapeError) -> Shape {
    if self == other { return self }
    let (longer, shorter) = rank >= other.rank ? (self, other) : (other, self)
    var sizes = longer.dimensions
    for axis in 0..<shorter.rank {
      let place = longer.rank - shorter.rank + axis
      let (a, b) = (sizes[place], shorter.dimensions[axis])
      if a == 1 {
        sizes[place] = b
      } else if b != 1 && a != b {
        throw .notBroadcastable(self, other, axis: axis - shorter.rank)
      }
    }
    return try Shape(validating: sizes)
  }

  /// Checks that repeating this shape's axes of size 1 fills another.
  public func requireFilling(_ target: Shape) throws(ShapeError) {
    guard rank <= target.rank else { throw .cannotFill(self, target: target) }
    for (size, wanted) in zip(dimensions.reversed(), target.dimensions.reversed())
    where size != wanted && size != 1 {
      throw .cannotFill(self, target: target)
    }
  }

  /// Returns the positions of axes, each counted from either end, in rising order.
  public func indices(of axes: [Int]) throws(ShapeError) -> [Int] {
    var indices: [Int] = []
    for axis in axes {
      let index = try index(of: axis)
      if indices.contains(index) { throw .repeatedAxis(axis) }
      indices.append(index)
    }
    return indices.sorted()
  }

  /// Returns the shape with the axes at some positions reduced to size 1.
  package func reducing(_ indices: [Int]) -> Shape {
    var sizes = dimensions
    for index in indices { sizes[index] = 1 }
    return Shape(unchecked: sizes)
  }

  /// Returns the shape without the axes at some positions.
  package func removing(_ indices: [Int]) -> Shape {
    Shape(unchecked: dimensions.indices.filter { !indices.contains($0) }.map { dimensions[$0] })
  }

  /// Returns the shape that a reshape leads to; one size may be −1 and is then worked out.
  public func reshaped(to sizes: [Int]) throws(ShapeError) -> Shape {
    var sizes = sizes
    let unknown = sizes.indices.filter { sizes[$0] == -1 }
    if unknown.count == 1 {
      let known = try Shape(validating: sizes.filter { $0 != -1 }).elementCount
      guard known > 0, elementCount % known == 0 else { throw .cannotReshape(self, sizes) }
      sizes[unknown[0]] = elementCount / known
    }
    let target = try Shape(validating: sizes)
    guard target.elementCount == elementCount else { throw .cannotReshape(self, sizes) }
    return target
  }

  /// Returns the shape whose axis `i` is this shape's axis `permutation[i]`.
  public func transposed(_ permutation: [Int]) throws(ShapeError) -> Shape {
    guard permutation.count == rank, Set(permutation) == Set(0..<rank) else {
      throw .notAPermutation(permutation, self)
    }
    return Shape(unchecked: permutation.map { dimensions[$0] })
  }

  /// Returns the shape of the part inside one range per axis.
  public func slice(_ ranges: [Range<Int>]) throws(ShapeError) -> Shape {
    guard ranges.count == rank else { throw .tooManyIndices(ranges.count, self) }
    for (axis, range) in ranges.enumerated()
    where range.lowerBound < 0 || range.upperBound > dimensions[axis] {
      throw .rangeOutOfRange(range, axis: axis, self)
    }
    return Shape(unchecked: ranges.map(\.count))
  }

  /// Returns the shape of tensors joined along an axis position.
  public static func concatenation(
    of shapes: [Shape], along axis: Int
  ) throws(ShapeError) -> Shape {
    guard let first = shapes.first else { throw .nothingToConcatenate }
    var sizes = first.dimensions
    _ = try first.index(of: axis)
    for shape in shapes.dropFirst() {
      guard shape.rank == first.rank, shape.reducing([axis]) == first.reducing([axis]) else {
        throw .cannotConcatenate(first, shape, axis: axis)
      }
      sizes[axis] += shape.dimensions[axis]
    }
    return try Shape(validating: sizes)
  }

  /// Returns the shape of the product of two matrices, either of which may be stored transposed; axes
  /// before the last two are the same in both.
  public static func matmul(
    _ lhs: Shape, transposed transposeLhs: Bool = false,
    _ rhs: Shape, transposed transposeRhs: Bool = false
  ) throws(ShapeError) -> Shape {
    guard lhs.rank >= 2, rhs.rank >= 2 else {
      throw .wrongRank(
        operation: "matmul", expected: "two matrices", found: lhs.rank >= 2 ? rhs : lhs)
    }
    let batch = lhs.dimensions.dropLast(2)
    guard batch == rhs.dimensions.dropLast(2) else { throw .batchesDiffer(lhs, rhs) }
    let (rows, inner) = transposeLhs ? (lhs[-1], lhs[-2]) : (lhs[-2], lhs[-1])
    let (innerRight, columns) = transposeRhs ? (rhs[-1], rhs[-2]) : (rhs[-2], rhs[-1])
    guard inner == innerRight else {
      throw .innerDimensions(
        transposeLhs ? Shape(unchecked: batch + [rows, inner]) : lhs,
        transposeRhs ? Shape(unchecked: batch + [innerRight, columns]) : rhs,
        left: inner, right: innerRight)
    }
    return try Shape(validating: batch + [rows, columns])
  }
}
