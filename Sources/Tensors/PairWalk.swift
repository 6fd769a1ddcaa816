/// How two arrays are walked together where one has the result's shape, and the other has it too, or
/// its last axes, or one element: what most operations of two arrays are, and without an allocation.
struct PairWalk {
  /// The rows of the result, and the columns of one.
  private let rows, columns: Int
  /// How far each array steps from row to row and from column to column.
  private let lhs, rhs: (row: Int, column: Int)

  /// Plans the walk; nil where it is another.
  init?(_ lhs: Shape, _ rhs: Shape, filling shape: Shape) {
    let (isLeftWhole, isRightWhole) = (lhs == shape, rhs == shape)
    guard isLeftWhole || isRightWhole else { return nil }
    let count = shape.elementCount
    let part = isLeftWhole ? rhs : lhs
    let partCount = part.elementCount
    let steps: (row: Int, column: Int)
    if isLeftWhole && isRightWhole {
      (rows, columns, steps) = (1, count, (count, 1))
    } else if partCount == 1 {
      (rows, columns, steps) = (1, count, (0, 0))
    } else if part.dimensions.elementsEqual(shape.dimensions.suffix(part.rank)) {
      (rows, columns, steps) = (count / partCount, partCount, (0, 1))
    } else {
      return nil
    }
    self.lhs = isLeftWhole ? (columns, 1) : steps
    self.rhs = isRightWhole ? (columns, 1) : steps
  }

  /// Calls `body` with the number of axes, their sizes and each array's strides, as the kernels take
  /// them.
  func withSteps(
    _ body: (Int32, UnsafePointer<Int64>, UnsafePointer<Int64>, UnsafePointer<Int64>) -> Void
  ) {
    unsafe withUnsafeTemporaryAllocation(of: Int64.self, capacity: 6) { numbers in
      let all = (rows, columns, lhs.row, lhs.column, rhs.row, rhs.column)
      guard let base = numbers.baseAddress else { return }
      unsafe base.initialize(to: Int64(all.0))
      unsafe (base + 1).initialize(to: Int64(all.1))
      unsafe (base + 2).initialize(to: Int64(all.2))
      unsafe (base + 3).initialize(to: Int64(all.3))
      unsafe (base + 4).initialize(to: Int64(all.4))
      unsafe (base + 5).initialize(to: Int64(all.5))
      unsafe body(2, base, base + 2, base + 4)
    }
  }
}
