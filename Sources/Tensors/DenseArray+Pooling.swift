internal import CKernels

extension DenseArray {
  /// Where the largest value of each window and channel stands.
  package func largestOfWindows(_ geometry: PoolingGeometry) -> PositionMap {
    unsafe PositionMap(source: shape, shape: geometry.result) { positions in
      unsafe ck_pool_positions(
        Int64(shape[0]), Int64(shape[1]), Int64(shape[2]), Int64(shape[3]),
        Int64(geometry.window), Int64(geometry.window), Int64(geometry.stride),
        Int64(geometry.stride), Int64(geometry.result[1]), Int64(geometry.result[2]),
        storage.elements, positions)
    }
  }
}
