internal import CKernels

extension DenseArray {
  /// What ``unary(_:)`` can compute.
  package enum UnaryOperation: Hashable, Sendable {
    case exponential, logarithm, squareRoot, hyperbolicTangent, sigmoid, relu, absolute, sign
    case sine, cosine
  }

  /// What ``binary(_:_:)`` can compute; `gate` is the left value where the right is above 0.
  package enum BinaryOperation: Hashable, Sendable {
    case add, subtract, multiply, divide, maximum, minimum, greater, greaterOrEqual, equal, gate
  }

  /// Returns an operation's value at each element.
  ///
  /// - Parameter isDeferred: Whether it is computed when it is first read: where it may never be.
  package func unary(_ operation: UnaryOperation, isDeferred: Bool = false) -> DenseArray {
    guard !isDeferred || elementCount > pieceSize else {
      return unsafe .deferred(shape) { result in unsafe write(operation, to: result) }
    }
    return unsafe DenseArray(shape: shape) { result in unsafe write(operation, to: result) }
  }

  private func write(_ operation: UnaryOperation, to result: UnsafeMutablePointer<Float>) {
    inPieces(elementCount) { piece in
      unsafe ck_unary(
        operation.kernel, Int64(piece.count), storage.elements + piece.lowerBound,
        result + piece.lowerBound)
    }
  }

  /// Returns `scale · x + offset`.
  package func affine(scale: Float, offset: Float) -> DenseArray {
    unsafe DenseArray(shape: shape) { result in
      inPieces(elementCount) { piece in
        unsafe ck_affine(
          Int64(piece.count), scale, offset, storage.elements + piece.lowerBound,
          result + piece.lowerBound)
      }
    }
  }

  /// Returns each element raised to a power.
  package func power(_ exponent: Float) -> DenseArray {
    unsafe DenseArray(shape: shape) { result in
      inPieces(elementCount) { piece in
        unsafe ck_power(
          Int64(piece.count), exponent, storage.elements + piece.lowerBound,
          result + piece.lowerBound)
      }
    }
  }

  /// Returns an operation's value at each pair of elements, both arrays repeated to `shape`.
  ///
  /// - Parameter isDeferred: Whether it is computed when it is first read: where it may never be.
  package func binary(
    _ operation: BinaryOperation, _ other: DenseArray, shape: Shape, isDeferred: Bool = false
  ) -> DenseArray {
    // Work that was stopped half way would leave half of the numbers, so it must be one piece.
    guard !isDeferred || shape.elementCount > pieceSize else {
      return unsafe .deferred(shape) { result in
        unsafe write(operation, other, shape, to: result)
      }
    }
    return unsafe DenseArray(shape: shape) { result in
      unsafe write(operation, other, shape, to: result)
    }
  }

  private func write(
    _ operation: BinaryOperation, _ other: DenseArray, _ shape: Shape,
    to result: UnsafeMutablePointer<Float>
  ) {
    let count = shape.elementCount
    guard count > 0 else { return }
    if count <= pieceSize, let plan = PairWalk(self.shape, other.shape, filling: shape) {
      unsafe plan.withSteps { rank, sizes, lhs, rhs in
        unsafe ck_binary(
          operation.kernel, rank, sizes, lhs, rhs, storage.elements, other.storage.elements,
          result)
      }
      return
    }
    let walk = Walk(
      over: shape,
      strides: [
        self.shape.strides(filling: shape), other.shape.strides(filling: shape), shape.strides,
      ])
    walk.inPieces { part, start in
      unsafe part.withSteps { sizes, steps in
        unsafe ck_binary(
          operation.kernel, part.rank, sizes, steps[0], steps[1], storage.elements + start[0],
          other.storage.elements + start[1], result + start[2])
      }
    }
  }
}

extension Walk {
  /// Calls `body` with the sizes and each array's strides, as the kernels take them.
  func withSteps(
    _ body: (UnsafePointer<Int64>, [UnsafePointer<Int64>]) -> Void
  ) {
    let numbers = (sizes + strides.flatMap { $0 }).map(Int64.init)
    unsafe numbers.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      let steps = unsafe strides.indices.map { unsafe base + ($0 + 1) * sizes.count }
      unsafe body(base, steps)
    }
  }
}

extension DenseArray.UnaryOperation {
  fileprivate var kernel: ck_unary_operation {
    switch self {
    case .exponential: ck_exponential
    case .logarithm: ck_logarithm
    case .squareRoot: ck_square_root
    case .hyperbolicTangent: ck_hyperbolic_tangent
    case .sigmoid: ck_sigmoid
    case .relu: ck_relu
    case .absolute: ck_absolute
    case .sign: ck_sign
    case .sine: ck_sine
    case .cosine: ck_cosine
    }
  }
}

extension DenseArray.BinaryOperation {
  fileprivate var kernel: ck_binary_operation {
    switch self {
    case .add: ck_add
    case .subtract: ck_subtract
    case .multiply: ck_multiply
    case .divide: ck_divide
    case .maximum: ck_maximum
    case .minimum: ck_minimum
    case .greater: ck_greater
    case .greaterOrEqual: ck_greater_or_equal
    case .equal: ck_equal
    case .gate: ck_gate
    }
  }
}
