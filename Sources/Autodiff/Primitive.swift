internal import Allowances
package import Tensors

/// Everything that is ever computed with tensors, as data.
///
/// A primitive has three rules, each a `switch` over all cases: the shape of its result, its
/// value, and its pullback, which is written in primitives again. That is why derivatives of any
/// order need nothing else. What a case carries is not differentiated: sizes, positions, labels.
package enum Primitive: Hashable, Sendable {
  // Element by element; binary operands are repeated to fit each other.
  case unary(DenseArray.UnaryOperation)
  case binary(DenseArray.BinaryOperation)
  /// scale · x + offset
  case affine(scale: Float, offset: Float)
  /// x raised to a power that is a constant
  case power(Float)

  // Shapes.
  /// x repeated to fill a shape
  case broadcast(to: Shape)
  /// x summed to a shape that could be repeated to fill x's
  case sum(to: Shape)
  case reshape(to: Shape)
  case transpose([Int])
  /// the part inside one range per axis
  case slice([Range<Int>])
  /// zeros of a shape, with x put in
  case embed(in: Shape, at: [Int])
  case concatenate(axis: Int)
  /// x's elements at some positions
  case gather(PositionMap)
  /// zeros to which x's elements are added at some positions
  case scatter(PositionMap)
  /// along the last axis, each element and those before it, or after it, summed
  case runningSum(isReversed: Bool)

  // Products: bilinear, each family closed under differentiation.
  /// of matrices, or of as many matrices as the axes before the last two have places
  case matmul(transposeLhs: Bool, transposeRhs: Bool)
  /// (images, weights)
  case convolution(ConvolutionGeometry)
  /// (gradient of the result, weights)
  case convolutionImageGradient(ConvolutionGeometry)
  /// (images, gradient of the result)
  case convolutionWeightGradient(ConvolutionGeometry)

  // Batch norm, per channel of the last axis.
  /// x̂ = (x − mean) / √(variance + ε)
  case standardize(epsilon: Float)
  /// 1 / √(variance + ε)
  case inverseDeviation(epsilon: Float)
  /// (g, x̂) ↦ g − mean(g) − x̂ · mean(g · x̂)
  case removeMoments
  /// (x, scale, offset) ↦ scale · x̂ + offset
  case batchNorm(epsilon: Float)
  /// (g, x, scale) ↦ the gradient of ⟨g, batch norm⟩ by x
  case batchNormGradient(epsilon: Float)
  /// (g, x) ↦ the same by the scale
  case batchNormScaleGradient(epsilon: Float)
  /// (g, x) ↦ the same by the offset
  case batchNormOffsetGradient(epsilon: Float)
  /// (h, g, x, scale) ↦ the gradient of ⟨h, the gradient by x⟩ by x
  case batchNormCurvature(epsilon: Float)
  /// (h, g, x) ↦ the same by the scale
  case batchNormScaleCurvature(epsilon: Float)

  // Classification, over rows of the last axis.
  case softmax
  case logSoftmax
  /// the mean over rows of −log softmax(x)[label]
  case crossEntropy(ClassLabels)
  /// (softmax(x) − one-hot labels) / rows
  case crossEntropyGradient(ClassLabels)
}

extension Primitive {
  /// Returns the result for some operands, or says why their shapes do not fit.
  package func callAsFunction(_ operands: Tensor...) throws(ShapeError) -> Tensor {
    try apply(to: operands)
  }

  /// Returns the result for some operands, or says why their shapes do not fit.
  package func apply(to operands: [Tensor]) throws(ShapeError) -> Tensor {
    let shape = try resultShape(of: operands.map(\.shape))
    guard !Allowance.isSpent else { return Tensor(DenseArray(missing: shape)) }
    let isLive = operands.allSatisfy { $0.trace?.tape.isOpen ?? true }
    return bind(isLive ? operands : operands.map(\.live), shape: shape)
      .made(by: self, of: operands)
  }

  /// Returns the result for operands whose shapes are known to fit.
  func of(_ operands: Tensor...) -> Tensor {
    trapping { () throws(ShapeError) in try apply(to: operands) }
  }

  /// Computes the result and records it on the tapes that its operands are on, innermost first.
  ///
  /// What calls this is the one place where tensors are computed, so work whose `Allowance` is spent
  /// comes to its end there, however it loops: results have a shape and no numbers, and cost nothing.
  ///
  /// - Parameter isTraced: Whether this is the value of what has been found on a tape.
  private func bind(_ operands: [Tensor], shape: Shape, isTraced: Bool = false) -> Tensor {
    var innermost: Tape?
    for operand in operands {
      guard let tape = operand.trace?.tape, tape.level > innermost?.level ?? 0 else { continue }
      innermost = tape
    }
    guard let tape = innermost else {
      return Tensor(evaluate(operands.map(\.array), shape: shape, isTraced: isTraced))
    }
    let primals = operands.map { $0.primal(outside: tape).live }
    let result = bind(primals, shape: shape, isTraced: true)
    var edges: [Tape.Edge] = []
    for (index, operand) in operands.enumerated() {
      guard let trace = operand.trace, trace.tape === tape,
        let pullback = pullback(to: index, of: primals, result: result)
      else { continue }
      edges.append(Tape.Edge(position: trace.position, shape: operand.shape, pullback: pullback))
    }
    return edges.isEmpty ? result : tape.record(result, edges: edges)
  }
}
