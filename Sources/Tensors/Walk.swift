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
