/// How a kernel walks over axes: the sizes, and for each array how far to step along each axis.
///
/// Axes of size 1 are dropped and axes that every array steps through evenly are merged, so most
/// walks are one or two axes deep. There is always at least one axis.
struct Walk {
  private(set) var sizes: [Int] = []
  /// The steps of each array along each axis.
  private(set) var strides: [[Int]]

  /// Plans a walk over the axes of `shape`; each array gives a stride for each axis.
  init(over shape: Shape, strides arrays: [[Int]]) {
    strides = Array(repeating: [], count: arrays.count)
    for axis in 0..<shape.rank where shape.dimensions[axis] != 1 {
      append(size: shape.dimensions[axis], steps: arrays.map { $0[axis] })
    }
    if sizes.isEmpty { append(size: 1, steps: arrays.map { _ in 1 }) }
  }

  private mutating func append(size: Int, steps: [Int]) {
    if let last = sizes.indices.last,
      strides.indices.allSatisfy({ strides[$0][last] == steps[$0] * size })
    {
      sizes[last] *= size
      for array in strides.indices { strides[array][last] = steps[array] }
    } else {
      sizes.append(size)
      for array in strides.indices { strides[array].append(steps[array]) }
    }
  }

  /// The number of axes.
  var rank: Int32 { Int32(sizes.count) }

  /// Calls `body` with walks over parts of the outer axes that together are this one, and for each
  /// how many elements into each array it starts, until all are done or the work's `Allowance` is
  /// spent.
  func inPieces(_ body: (Walk, _ start: [Int]) -> Void) {
    inPieces(from: strides.map { _ in 0 }, body)
  }

  private func inPieces(from start: [Int], _ body: (Walk, _ start: [Int]) -> Void) {
    let inner = sizes.dropFirst().reduce(1, *)
    guard sizes[0] * inner > pieceSize else { return body(self, start) }
    let size = max(1, pieceSize / inner)
    Tensors.inPieces(sizes[0], of: size) { piece in
      let places = zip(start, strides).map { $0 + piece.lowerBound * $1[0] }
      part(of: piece.count).inPieces(from: places, body)
    }
  }

  /// The walk over so many of the first axis's places.
  func part(of count: Int) -> Walk {
    var part = self
    part.sizes[0] = count
    if count == 1 && sizes.count > 1 {
      part.sizes.removeFirst()
      for array in part.strides.indices { part.strides[array].removeFirst() }
    }
    return part
  }
}

extension Shape {
  /// The strides with which this shape's array is walked when it is repeated to fill `target`:
  /// 0 along repeated axes.
  func strides(filling target: Shape) -> [Int] {
    let own = strides
    return (0..<target.rank).map { axis in
      let place = axis - (target.rank - rank)
      return place < 0 || (dimensions[place] == 1 && target.dimensions[axis] != 1)
        ? 0 : own[place]
    }
  }
}
