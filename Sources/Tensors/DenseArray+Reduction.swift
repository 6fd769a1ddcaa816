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
      if let rows = rowCount(summedTo: target), elementCount <= pieceSize {
        unsafe ck_sum_rows(rows, Int64(count), storage.elements, result)
        return
      }
      let walk = Walk(over: shape, strides: [target.strides(filling: shape)])
      unsafe walk.addUp(storage.elements, into: result, count: count)
    }
  }

  /// How many rows of the target's numbers this array is, one after the other; nil where it is another
  /// walk.
  private func rowCount(summedTo target: Shape) -> Int64? {
    let count = target.elementCount
    guard count == 1 || target.dimensions.elementsEqual(shape.dimensions.suffix(target.rank))
    else { return nil }
    return Int64(elementCount / count)
  }

  /// Returns the sum of each element of a row of the last axis and those before it, or after it where
  /// `isReversed`.
  package func runningSum(isReversed: Bool) -> DenseArray {
    unsafe DenseArray(shape: shape) { result in
      guard elementCount > 0 else { return }
      let length = shape[-1]
      inPieces(elementCount / length, of: max(1, pieceSize / length)) { piece in
        let start = piece.lowerBound * length
        unsafe ck_running_sum(
          Int64(piece.count), Int64(length), isReversed, storage.elements + start, result + start)
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

extension Walk {
  /// Writes the sums of the elements that fall on one another where the walk has strides of 0.
  ///
  /// Large arrays are taken in pieces, whose sums are added: that is as exact as the kernel's own
  /// blocks.
  fileprivate func addUp(
    _ x: UnsafePointer<Float>, into result: UnsafeMutablePointer<Float>, count: Int
  ) {
    let inner = sizes.dropFirst().reduce(1, *)
    guard sizes[0] * inner > pieceSize else {
      unsafe withSteps { sizes, steps in
        unsafe ck_sum(rank, sizes, steps[0], Int64(count), x, result)
      }
      return
    }
    let step = strides[0][0]
    var partial = [Float](repeating: 0, count: step == 0 ? count : 0)
    if step == 0 { unsafe result.initialize(repeating: 0, count: count) }
    Tensors.inPieces(sizes[0], of: max(1, pieceSize / inner)) { piece in
      let part = part(of: piece.count)
      let start = unsafe x + piece.lowerBound * inner
      guard step == 0 else {
        unsafe part.addUp(
          start, into: result + piece.lowerBound * step, count: piece.count * step)
        return
      }
      unsafe partial.withUnsafeMutableBufferPointer { partial in
        guard let base = partial.baseAddress else { return }
        unsafe part.addUp(start, into: base, count: count)
        for index in 0..<count { unsafe result[index] += base[index] }
      }
    }
  }
}
