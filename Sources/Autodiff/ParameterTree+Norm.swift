internal import Tensors

// How large a tree is, and the same tree made smaller: what clipping gradients needs.

extension ParameterTree {
  /// The Euclidean norm of all numbers as one vector.
  ///
  /// Its derivative where all numbers are 0 is not a number, as everywhere.
  public var globalNorm: Tensor {
    let tensors = parameters
    let squares = sumOfSquares(tensors)
    let isSafe = squares.scalar.isFinite && squares.scalar > .leastNormalMagnitude
    if isSafe { return sqrt(squares) }
    // Squares of large and small numbers leave what a float can hold before the norm does.
    let largest = tensors.lazy.flatMap(\.scalars).reduce(0) { Swift.max($0, Swift.abs($1)) }
    guard largest.isFinite, largest > 0 else { return sqrt(squares) }
    return largest * sqrt(sumOfSquares(tensors.map { $0 / largest }))
  }

  /// Returns the same direction with a norm of at most `limit`, as PyTorch's `clip_grad_norm_`: where
  /// it is larger, each number is multiplied by `limit / (norm + 1e-6)`.
  ///
  /// A limit that is not above 0 stops the program.
  public func clipped(toGlobalNorm limit: Double) -> Self {
    precondition(limit > 0, "a norm is limited to a number above 0")
    let norm = globalNorm
    guard Double(norm.scalar) + 1e-6 > limit else { return self }
    let share = Float(limit) / (norm + 1e-6)
    return map { $0 * share }
  }

  /// Returns the same with each number brought between `-limit` and `limit`, as PyTorch's
  /// `clip_grad_value_`.
  ///
  /// A limit that is not above 0 stops the program.
  public func clipped(toValue limit: Double) -> Self {
    precondition(limit > 0, "a number is limited to a number above 0")
    let (least, most) = (Tensor(-Float(limit)), Tensor(Float(limit)))
    return map { Autodiff.max(Autodiff.min($0, most), least) }
  }
}

private func sumOfSquares(_ tensors: [Tensor]) -> Tensor {
  tensors.reduce(Tensor(0)) { $0 + ($1 * $1).sum() }
}
