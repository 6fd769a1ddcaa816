import Tensors

extension Primitive {
  /// Computes the result, of the shape that `resultShape(of:)` gave.
  ///
  /// - Parameter isTraced: Whether the result will have a place on a tape. What follows may then begin
  ///   at an ``Origin``, so large results that have one are computed when they are first read.
  func evaluate(_ operands: [DenseArray], shape: Shape, isTraced: Bool) -> DenseArray {
    let x = operands[0]
    switch self {
    case .unary(let operation):
      return x.unary(
        operation, isDeferred: isTraced && operation == .relu && shape.elementCount >= 1 << 14)
    case .binary(let operation):
      return x.binary(
        operation, operands[1], shape: shape,
        isDeferred: isTraced && operation == .add && operands[1].shape.rank == 1
          && x.shape.rank >= 2 && shape.elementCount >= 1 << 14)
    case .affine(let scale, let offset): return x.affine(scale: scale, offset: offset)
    case .power(let exponent): return x.power(exponent)
    case .broadcast: return x.broadcast(to: shape)
    case .sum: return x.sum(to: shape)
    case .reshape: return x.reshaped(to: shape)
    case .transpose(let permutation): return x.transposed(permutation)
    case .slice(let ranges): return x.slice(ranges)
    case .embed(_, let origin): return x.embedded(in: shape, at: origin)
    case .concatenate(let axis): return .concatenation(of: operands, along: axis, shape: shape)
    case .gather(let map): return x.gather(map)
    case .scatter(let map): return x.scatter(map)
    case .runningSum(let isReversed): return x.runningSum(isReversed: isReversed)
    case .matmul(let transposeLhs, let transposeRhs):
      return .matmul(
        x, transposed: transposeLhs, operands[1], transposed: transposeRhs, shape: shape)
    case .convolution(let geometry): return .convolution(x, operands[1], geometry)
    case .convolutionImageGradient(let geometry):
      return .convolutionImageGradient(x, operands[1], geometry)
    case .convolutionWeightGradient(let geometry):
      return .convolutionWeightGradient(x, operands[1], geometry)
    case .standardize(let epsilon): return x.standardized(epsilon: epsilon)
    case .inverseDeviation(let epsilon): return x.inverseDeviation(epsilon: epsilon)
    case .removeMoments: return x.removingMoments(standardized: operands[1])
    case .batchNorm(let epsilon):
      return x.batchNormalized(scale: operands[1], offset: operands[2], epsilon: epsilon)
    case .batchNormGradient(let epsilon):
      return operands[1].batchNormGradient(x, scale: operands[2], epsilon: epsilon)
    case .batchNormScaleGradient(let epsilon):
      return operands[1].batchNormScaleGradient(x, epsilon: epsilon)
    case .batchNormOffsetGradient(let epsilon):
      return operands[1].batchNormOffsetGradient(x, epsilon: epsilon)
    case .batchNormCurvature(let epsilon):
      return operands[2].batchNormCurvature(
        x, operands[1], scale: operands[3], epsilon: epsilon)
    case .batchNormScaleCurvature(let epsilon):
      return operands[2].batchNormScaleCurvature(x, operands[1], epsilon: epsilon)
    case .softmax: return x.softmax()
    case .logSoftmax: return x.logSoftmax()
    case .crossEntropy(let labels): return x.crossEntropy(labels)
    case .crossEntropyGradient(let labels): return x.crossEntropyGradient(labels)
    }
  }
}
