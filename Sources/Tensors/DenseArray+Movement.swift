internal import CKernels

extension DenseArray {
  /// Returns the array repeated along its missing axes and its axes of size 1.
  package func broadcast(to target: Shape) -> DenseArray {
    guard elementCount == 1, isReadable else {
      return copied(to: target, strides: shape.strides(filling: target))
    }
    return DenseArray(repeating: scalar(at: 0), shape: target)
  }

  /// Returns the array whose axis `i` is this array's axis `permutation[i]`.
  package func transposed(_ permutation: [Int]) -> DenseArray {
    let own = shape.strides
    let target = Shape(unchecked: permutation.map { shape.dimensions[$0] })
    return copied(to: target, strides: permutation.map { own[$0] })
  }

  /// Returns the part inside one range per axis.
  package func slice(_ ranges: [Range<Int>]) -> DenseArray {
    let own = shape.strides
    let start = zip(ranges, own).reduce(0) { $0 + $1.0.lowerBound * $1.1 }
    return copied(to: Shape(unchecked: ranges.map(\.count)), strides: own, from: start)
  }

  /// Returns an array of zeros with this array put in at `origin`.
  package func embedded(in target: Shape, at origin: [Int]) -> DenseArray {
    unsafe DenseArray(shape: target) { result in
      inPieces(target.elementCount) { piece in
        unsafe (result + piece.lowerBound).initialize(repeating: 0, count: piece.count)
      }
      unsafe put(into: result, strides: target.strides, origin: origin)
    }
  }

  /// Returns arrays joined along an axis position.
  package static func concatenation(
    of parts: [DenseArray], along axis: Int, shape: Shape
  ) -> DenseArray {
    let strides = shape.strides
    return unsafe DenseArray(shape: shape) { result in
      var origin = Array(repeating: 0, count: shape.rank)
      for part in parts {
        unsafe part.put(into: result, strides: strides, origin: origin)
        origin[axis] += part.shape.dimensions[axis]
      }
    }
  }

  /// Returns the elements at row-major positions, as the map's shape.
  package func gather(_ map: PositionMap) -> DenseArray {
    unsafe DenseArray(shape: map.shape) { result in
      unsafe map.withPositions { positions in
        inPieces(map.shape.elementCount) { piece in
          unsafe ck_gather(
            Int64(piece.count), positions + piece.lowerBound, storage.elements,
            result + piece.lowerBound)
        }
      }
    }
  }

  /// Returns zeros to which each element is added at its position: the adjoint of `gather`.
  package func scatter(_ map: PositionMap) -> DenseArray {
    if let window = map.window, elementCount > 0 { return spread(to: map, of: window) }
    return unsafe DenseArray(shape: map.source) { result in
      unsafe map.withPositions { positions in
        unsafe ck_scatter(
          Int64(elementCount), positions, storage.elements, Int64(map.source.elementCount),
          result)
      }
    }
  }

  // MARK: - Walking

  private func copied(to target: Shape, strides: [Int], from start: Int = 0) -> DenseArray {
    unsafe DenseArray(shape: target) { result in
      guard target.elementCount > 0 else { return }
      let walk = Walk(over: target, strides: [strides, target.strides])
      walk.inPieces { part, places in
        unsafe part.withSteps { sizes, steps in
          unsafe ck_copy(
            part.rank, sizes, steps[0], steps[1], storage.elements + start + places[0],
            result + places[1])
        }
      }
    }
  }

  private func put(into result: UnsafeMutablePointer<Float>, strides: [Int], origin: [Int]) {
    guard elementCount > 0 else { return }
    let start = zip(origin, strides).reduce(0) { $0 + $1.0 * $1.1 }
    let walk = Walk(over: shape, strides: [shape.strides, strides])
    walk.inPieces { part, places in
      unsafe part.withSteps { sizes, steps in
        unsafe ck_copy(
          part.rank, sizes, steps[0], steps[1], storage.elements + places[0],
          result + start + places[1])
      }
    }
  }
}
