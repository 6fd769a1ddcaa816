internal import CKernels

extension DenseArray {
  /// Returns the sums of the elements that `target`, repeated to this shape, would put together:
  /// the adjoint of `broadcast(to:)`.
  package func sum(to target: Shape) -> DenseArray {
    unsafe DenseArray(shape: target) { result in
      let count = target.elementCount
      guard elementCount > 0 else {
        unsafe result.initialize(repeating: 0, count: count)
        return
      }
      let walk = Walk(over: shape, strides: [target.strides(filling: shape)])
      unsafe walk.withSteps { sizes, steps in
        unsafe ck_sum(
          walk.rank, sizes, steps[0], Int64(count), storage.elements, result)
      }
    }
  }

  /// Where the largest element of each row of the last axis stands; the axis is not empty.
  package func largestOfRows() -> PositionMap {
    let length = shape.dimensions[shape.rank - 1]
    return unsafe PositionMap(source: shape, shape: shape.removing([shape.rank - 1])) { positions in
      unsafe ck_largest_of_rows(
        Int64(elementCount / length), Int64(length), storage.elements, positions)
    }
  }
}
