internal import Allowances
public import Tensors

extension Checked {
  /// Returns the elements along an axis in rising order, or falling; what is not a number is larger
  /// than any. The derivative goes where each element came from.
  public static func sort(
    _ x: Tensor, along axis: Int = -1, descending: Bool = false
  ) throws(ShapeError) -> Tensor {
    let rows = try Rows(x, along: axis)
    return try rows.restored(Primitive.gather(rows.order(descending: descending))(rows.tensor))
  }

  /// Returns where along an axis the elements of `sorted` stand, row-major in x's shape; of equals,
  /// the first comes first.
  public static func argsort(
    _ x: Tensor, along axis: Int = -1, descending: Bool = false
  ) throws(ShapeError) -> [Int] {
    let rows = try Rows(x.withoutGradient, along: axis)
    return rows.places(in: rows.order(descending: descending), first: rows.length)
  }

  /// Returns the `count` largest elements along an axis, largest first, and where they stand, row-major
  /// in the shape of the values.
  public static func topK(
    _ x: Tensor, _ count: Int, along axis: Int = -1
  ) throws(ShapeError) -> (values: Tensor, indices: [Int]) {
    let rows = try Rows(x, along: axis)
    guard (0...rows.length).contains(count) else {
      throw .countOutOfRange(count, axis: try x.shape.index(of: axis), x.shape)
    }
    let order = rows.order(descending: true)
    let sorted = try Primitive.gather(order)(rows.tensor)
    let ranges = sorted.shape.dimensions.dropLast().map { 0..<$0 } + [0..<count]
    return (
      try rows.restored(slice(sorted, ranges)), rows.places(in: order, first: count)
    )
  }

  /// Returns the sum of each element and those before it along an axis.
  public static func cumulativeSum(
    _ x: Tensor, along axis: Int = -1
  ) throws(ShapeError) -> Tensor {
    try Primitive.runningSum(isReversed: false).alongAxis(axis, of: x)
  }
}

/// A tensor with one of its axes last, so that rows lie along it.
private struct Rows {
  let tensor: Tensor
  let length: Int
  /// How many rows there are for each place of the axes before the axis: those after it.
  private let inner: Int
  private let axis: Int

  init(_ x: Tensor, along axis: Int) throws(ShapeError) {
    self.axis = try x.shape.index(of: axis)
    length = x.shape[axis]
    inner = x.shape.dimensions[(self.axis + 1)...].reduce(1, *)
    let others = (0..<x.rank).filter { [axis = self.axis] in $0 != axis }
    tensor = self.axis == x.rank - 1 ? x : try Checked.transpose(x, others + [self.axis])
  }

  func order(descending: Bool) -> PositionMap { tensor.array.order(descending: descending) }

  /// Returns a tensor of such rows with the axis where it was.
  func restored(_ rows: Tensor) throws(ShapeError) -> Tensor {
    guard axis != rows.rank - 1 else { return rows }
    var axes = Array(0..<rows.rank - 1)
    axes.insert(rows.rank - 1, at: axis)
    return try Checked.transpose(rows, axes)
  }

  /// Returns the first places of each row of a map, row-major with the axis where it was.
  func places(in order: PositionMap, first count: Int) -> [Int] {
    let positions = order.scalars
    guard length > 0, inner > 0, !positions.isEmpty, !Allowance.isSpent else { return [] }
    var places: [Int] = []
    places.reserveCapacity(positions.count / length * count)
    for outer in 0..<positions.count / length / inner {
      for place in 0..<count {
        for column in 0..<inner {
          places.append(positions[(outer * inner + column) * length + place] % length)
        }
      }
    }
    return places
  }
}
