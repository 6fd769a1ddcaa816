import Tensors

/// Takes the cotangent of a result back to one operand: g ↦ gᵀ · ∂result/∂operand.
///
/// What comes back may have the shape of the result where the operand was repeated to fill it; the
/// walk sums it back.
typealias Pullback = @Sendable (_ g: Tensor) -> Tensor

extension Primitive {
  /// Returns the way back to one operand, or nil where the result does not depend on it smoothly.
  ///
  /// A pullback captures what it needs of operands and result and nothing else: that, and not the
  /// operations, is the memory that a derivative costs.
  func pullback(to operand: Int, of x: [Tensor], result y: Tensor) -> Pullback? {
    let (a, b) = (x[0], x[x.count - 1])
    let shape = a.shape
    switch self {
    case .unary(let operation): return operation.pullback(of: a, result: y)
    case .binary(let operation): return operation.pullback(to: operand, of: a, b, result: y)
    case .affine(let scale, _): return { g in g * scale }
    // Ends the chain p·x^(p−1), p·(p−1)·x^(p−2), … for whole powers, before 0 · ∞ at x = 0.
    case .power(0): return nil
    case .power(let p): return { g in g * (Primitive.power(p - 1).of(a) * p) }

    case .broadcast: return { g in g }
    case .sum: return { g in g.broadcast(to: shape) }
    case .reshape: return { g in Primitive.reshape(to: shape).of(g) }
    case .transpose(let permutation):
      return { g in Primitive.transpose(inverse(of: permutation)).of(g) }
    case .slice(let ranges):
      return { g in Primitive.embed(in: shape, at: ranges.map(\.lowerBound)).of(g) }
    case .embed(_, let origin): return { g in part(of: g, shape, at: origin) }
    case .concatenate(let axis): return joinedPullback(axis, operand, of: x.map(\.shape))
    case .gather(let map): return { g in Primitive.scatter(map).of(g) }
    case .scatter(let map): return { g in Primitive.gather(map).of(g) }
    case .runningSum(let isReversed):
      return { g in Primitive.runningSum(isReversed: !isReversed).of(g) }

    case .matmul(let transposeLhs, let transposeRhs):
      return productPullback(to: operand, of: a, b, transposeLhs, transposeRhs)
    case .convolution(let geometry) where operand == 0:
      return { g in Primitive.convolutionImageGradient(geometry).of(g, b) }
    case .convolution(let geometry):
      return { g in Primitive.convolutionWeightGradient(geometry).of(a, g) }
    case .convolutionImageGradient(let geometry) where operand == 0:
      return { g in Primitive.convolution(geometry).of(g, b) }
    case .convolutionImageGradient(let geometry):
      return { g in Primitive.convolutionWeightGradient(geometry).of(g, a) }
    case .convolutionWeightGradient(let geometry) where operand == 0:
      return { g in Primitive.convolutionImageGradient(geometry).of(b, g) }
    case .convolutionWeightGradient(let geometry):
      return { g in Primitive.convolution(geometry).of(a, g) }

    // dx̂ = (dx − mean(dx) − x̂ · mean(x̂ · dx)) / √(variance + ε), which is its own adjoint. The
    // root is taken now: it is small, and x need not be kept for it.
    case .standardize(let epsilon):
      let inverse = Primitive.inverseDeviation(epsilon: epsilon).of(a)
      return { g in Primitive.removeMoments.of(g, y) * inverse }
    // ds = −s² · mean(x̂ · dx)
    case .inverseDeviation(let epsilon):
      return { g in
        (g * y * y * (-1 / rowCount(of: a))) * Primitive.standardize(epsilon: epsilon).of(a)
      }
    // Self-adjoint in g; d/dx̂ of −x̂ · mean(g₀ · x̂), weighed by g, has two terms.
    case .removeMoments where operand == 0:
      return { g in Primitive.removeMoments.of(g, b) }
    case .removeMoments:
      return { g in -(g * channelMean(of: a * b) + a * channelMean(of: g * b)) }

    case .batchNorm, .batchNormGradient, .batchNormScaleGradient, .batchNormOffsetGradient,
      .batchNormCurvature, .batchNormScaleCurvature:
      return batchNormPullback(to: operand, of: x)

    case .softmax: return { g in softmaxPullback(g, result: y) }
    case .logSoftmax: return { g in g - exp(y) * rowSum(of: g) }
    case .crossEntropy(let labels):
      return { g in g * Primitive.crossEntropyGradient(labels).of(a) }
    case .crossEntropyGradient:
      return { g in softmaxPullback(g, result: Primitive.softmax.of(a)) * (1 / rowCount(of: a)) }
    }
  }
}

// MARK: - Element by element

extension DenseArray.UnaryOperation {
  fileprivate func pullback(of x: Tensor, result y: Tensor) -> Pullback? {
    switch self {
    case .exponential: { g in g * y }
    case .logarithm: { g in g / x }
    case .squareRoot: { g in (g * 0.5) / y }
    case .hyperbolicTangent: { g in g * (1 - y * y) }
    case .sigmoid: { g in g * (y * (1 - y)) }
    // y is above 0 where x is, and is kept by whatever comes next anyway.
    case .relu: { g in Primitive.binary(.gate).of(g, y) }
    case .absolute: { g in g * Primitive.unary(.sign).of(x) }
    case .sign: nil
    case .sine: { g in g * cos(x) }
    case .cosine: { g in -(g * sin(x)) }
    }
  }
}

extension DenseArray.BinaryOperation {
  fileprivate func pullback(
    to operand: Int, of a: Tensor, _ b: Tensor, result y: Tensor
  ) -> Pullback? {
    switch (self, operand) {
    case (.add, _), (.subtract, 0): { g in g }
    case (.subtract, _): { g in -g }
    case (.multiply, 0): { g in g * b }
    case (.multiply, _): { g in g * a }
    case (.divide, 0): { g in g / b }
    case (.divide, _): { g in -(g * y) / b }
    // Where both are equal, the left operand has the whole derivative.
    case (.maximum, 0): { g in g * (a .>= b) }
    case (.maximum, _): { g in g * (b .> a) }
    case (.minimum, 0): { g in g * (b .>= a) }
    case (.minimum, _): { g in g * (a .> b) }
    case (.greater, _), (.greaterOrEqual, _), (.equal, _): nil
    case (.gate, 0): { g in Primitive.binary(.gate).of(g, b) }
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

private func part(of g: Tensor, _ shape: Shape, at origin: [Int]) -> Tensor {
  Primitive.slice(zip(origin, shape.dimensions).map { $0..<$0 + $1 }).of(g)
}

private func joinedPullback(_ axis: Int, _ operand: Int, of shapes: [Shape]) -> Pullback {
  let shape = shapes[operand]
  var origin = Array(repeating: 0, count: shape.rank)
  for earlier in shapes[..<operand] { origin[axis] += earlier[axis] }
  return { [origin] g in part(of: g, shape, at: origin) }
}

private func productPullback(
  to operand: Int, of a: Tensor, _ b: Tensor, _ transposeLhs: Bool, _ transposeRhs: Bool
) -> Pullback {
  switch (transposeLhs, transposeRhs, operand) {
  case (false, false, 0): { g in product(g, b, transposeRhs: true) }  // A·B: g·Bᵀ
  case (false, false, _): { g in product(a, g, transposeLhs: true) }  // Aᵀ·g
  case (false, true, 0): { g in product(g, b) }  // A·Bᵀ: g·B
  case (false, true, _): { g in product(g, a, transposeLhs: true) }  // gᵀ·A
  case (true, false, 0): { g in product(b, g, transposeRhs: true) }  // Aᵀ·B: B·gᵀ
  case (true, false, _): { g in product(a, g) }  // A·g
  case (true, true, 0): { g in product(b, g, transposeLhs: true, transposeRhs: true) }  // Bᵀ·gᵀ
  case (true, true, _): { g in product(g, a, transposeLhs: true, transposeRhs: true) }  // gᵀ·Aᵀ
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

private func softmaxPullback(_ g: Tensor, result y: Tensor) -> Tensor {
  y * (g - rowSum(of: g * y))
}
