internal import CKernels

extension DenseArray {
  /// Where the largest value of each window and channel stands.
  package func largestOfWindows(_ geometry: PoolingGeometry) -> PositionMap {
    let map = unsafe PositionMap(source: shape, shape: geometry.result) { positions in
      unsafe ck_pool_positions(
        Int64(shape[0]), Int64(shape[1]), Int64(shape[2]), Int64(shape[3]),
        Int64(geometry.window), Int64(geometry.window), Int64(geometry.stride),
        Int64(geometry.stride), Int64(geometry.result[1]), Int64(geometry.result[2]),
        storage.elements, positions)
    }
    return geometry.stride == geometry.window ? map.inWindows(geometry.window) : map
  }

  /// Returns zeros to which each element of the pooled gradient is put at its position.
  func spread(to windows: PositionMap, of size: Int) -> DenseArray {
    unsafe DenseArray(shape: windows.source) { result in
      unsafe windows.withPositions { positions in
        let sizes = windows.source
        unsafe ck_pool_adjoint(
          Int64(sizes[0]), Int64(sizes[1]), Int64(sizes[2]), Int64(sizes[3]), Int64(size),
          positions, storage.elements, result)
      }
    }
  }
}
