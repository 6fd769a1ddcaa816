import Tensors

extension Primitive {
  /// Returns what a change of one operand changes, weighed by the cotangent `g` of the result:
  /// gᵀ · ∂result/∂operand, or nil where that is zero.
  ///
  /// It may come in the shape of the result where the operand was repeated to fill it; the walk
  /// sums it back.
  func pullback(
    _ g: Tensor, to operand: Int, of x: [Tensor], result y: Tensor
  ) -> Tensor? {
    switch self {
    case .unary(let operation): operation.pullback(g, of: x[0], result: y)
    case .binary(let operation): operation.pullback(g, to: operand, of: x, result: y)
    case .affine(let scale, _): g * scale
    // Ends the chain p·x^(p−1), p·(p−1)·x^(p−2), … for whole powers, before 0 · ∞ at x = 0.
    case .power(0): nil
    case .power(let p): g * (Primitive.power(p - 1).of(x[0]) * p)

    case .broadcast: g
    case .sum: g.broadcast(to: x[0].shape)
    case .reshape: Primitive.reshape(to: x[0].shape).of(g)
    case .transpose(let permutation): Primitive.transpose(inverse(of: permutation)).of(g)
    case .slice(let ranges):
      Primitive.embed(in: x[0].shape, at: ranges.map(\.lowerBound)).of(g)
    case .embed(_, let origin): part(of: g, shapedLike: x[0], at: origin)
    case .concatenate(let axis): joined(axis, operand, of: x, cotangent: g)
    case .gather(let map): Primitive.scatter(map).of(g)
    case .scatter(let map): Primitive.gather(map).of(g)

    case .matmul(let transposeLhs, let transposeRhs):
      productPullback(g, to: operand, of: x, transposeLhs, transposeRhs)
    case .convolution(let geometry):
      operand == 0
        ? Primitive.convolutionImageGradient(geometry).of(g, x[1])
        : Primitive.convolutionWeightGradient(geometry).of(x[0], g)
    case .convolutionImageGradient(let geometry):
      operand == 0
        ? Primitive.convolution(geometry).of(g, x[1])
        : Primitive.convolutionWeightGradient(geometry).of(g, x[0])
    case .convolutionWeightGradient(let geometry):
      operand == 0
        ? Primitive.convolutionImageGradient(geometry).of(x[1], g)
        : Primitive.convolution(geometry).of(x[0], g)

    // dx̂ = (dx − mean(dx) − x̂ · mean(x̂ · dx)) / √(variance + ε), which is its own adjoint.
    case .standardize(let epsilon):
      Primitive.removeMoments.of(g, y) * Primitive.inverseDeviation(epsilon: epsilon).of(x[0])
    // ds = −s² · mean(x̂ · dx)
    case .inverseDeviation(let epsilon):
      (g * y * y * (-1 / rowCount(of: x[0]))) * Primitive.standardize(epsilon: epsilon).of(x[0])
    // Self-adjoint in g; d/dx̂ of −x̂ · mean(g₀ · x̂), weighed by g, has two terms.
    case .removeMoments:
      operand == 0
        ? Primitive.removeMoments.of(g, x[1])
        : -(g * channelMean(of: x[0] * x[1]) + x[0] * channelMean(of: g * x[1]))

    case .softmax: y * (g - rowSum(of: g * y))
    case .logSoftmax: g - exp(y) * rowSum(of: g)
    case .crossEntropy(let labels): g * Primitive.crossEntropyGradient(labels).of(x[0])
    case .crossEntropyGradient: softmaxPullback(g, of: x[0]) * (1 / rowCount(of: x[0]))
    }
  }
}

// MARK: - Element by element

extension DenseArray.UnaryOperation {
  fileprivate func pullback(_ g: Tensor, of x: Tensor, result y: Tensor) -> Tensor? {
    switch self {
    case .exponential: g * y
    case .logarithm: g / x
    case .squareRoot: (g * 0.5) / y
    case .hyperbolicTangent: g * (1 - y * y)
    case .sigmoid: g * (y * (1 - y))
    case .relu: Primitive.binary(.gate).of(g, x)
    case .absolute: g * Primitive.unary(.sign).of(x)
    case .sign: nil
    }
  }
}

extension DenseArray.BinaryOperation {
  fileprivate func pullback(
    _ g: Tensor, to operand: Int, of x: [Tensor], result y: Tensor
  ) -> Tensor? {
    switch (self, operand) {
    case (.add, _), (.subtract, 0): g
    case (.subtract, _): -g
    case (.multiply, 0): g * x[1]
    case (.multiply, _): g * x[0]
    case (.divide, 0): g / x[1]
    case (.divide, _): -(g * y) / x[1]
    // Where both are equal, the left operand has the whole derivative.
    case (.maximum, 0): g * (x[0] .>= x[1])
    case (.maximum, _): g * (x[1] .> x[0])
    case (.minimum, 0): g * (x[1] .>= x[0])
    case (.minimum, _): g * (x[0] .> x[1])
    case (.greater, _), (.greaterOrEqual, _), (.equal, _): nil
    case (.gate, 0): Primitive.binary(.gate).of(g, x[1])
    case (.gate, _): nil
    }
  }
}

// MARK: - Shapes and products

private func inverse(of permutation: [Int]) -> [Int] {
  var inverse = permutation
  for (axis, source) in permutation.enumerated() { inverse[source] = axis }
  return inverse
}

private func part(of g: Tensor, shapedLike x: Tensor, at origin: [Int]) -> Tensor {
  Primitive.slice(zip(origin, x.shape.dimensions).map { $0..<$0 + $1 }).of(g)
}

private func joined(_ axis: Int, _ operand: Int, of x: [Tensor], cotangent g: Tensor) -> Tensor {
  var origin = Array(repeating: 0, count: g.rank)
  for earlier in x[..<operand] { origin[axis] += earlier.shape[axis] }
  return part(of: g, shapedLike: x[operand], at: origin)
}

private func productPullback(
  _ g: Tensor, to operand: Int, of x: [Tensor], _ transposeLhs: Bool, _ transposeRhs: Bool
) -> Tensor {
  let (a, b) = (x[0], x[1])
  switch (transposeLhs, transposeRhs, operand) {
  case (false, false, 0): return product(g, b, transposeRhs: true)  // A·B: g·Bᵀ
  case (false, false, _): return product(a, g, transposeLhs: true)  // Aᵀ·g
  case (false, true, 0): return product(g, b)  // A·Bᵀ: g·B
  case (false, true, _): return product(g, a, transposeLhs: true)  // gᵀ·A
  case (true, false, 0): return product(b, g, transposeRhs: true)  // Aᵀ·B: B·gᵀ
  case (true, false, _): return product(a, g)  // A·g
  case (true, true, 0): return product(b, g, transposeLhs: true, transposeRhs: true)  // Bᵀ·gᵀ
  case (true, true, _): return product(g, a, transposeLhs: true, transposeRhs: true)  // gᵀ·Aᵀ
  }
}

private func product(
  _ lhs: Tensor, _ rhs: Tensor, transposeLhs: Bool = false, transposeRhs: Bool = false
) -> Tensor {
  Primitive.matmul(transposeLhs: transposeLhs, transposeRhs: transposeRhs).of(lhs, rhs)
}

// MARK: - Channels and rows

private func rowCount(of x: Tensor) -> Float {
  Float(max(x.elementCount / max(x.shape[-1], 1), 1))
}

private func channelMean(of x: Tensor) -> Tensor {
  x.sum(to: [x.shape[-1]]) * (1 / rowCount(of: x))
}

private func rowSum(of x: Tensor) -> Tensor {
  x.sum(to: x.shape.reducing([x.rank - 1]))
}

private func softmaxPullback(_ g: Tensor, of x: Tensor) -> Tensor {
  let y = Primitive.softmax.of(x)
  return y * (g - rowSum(of: g * y))
}
