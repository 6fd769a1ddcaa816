import Tensors

// Batch norm with its scale and offset, and its first two derivatives, have rules of their own, which
// take few passes over memory; the third and those beyond are the derivatives of what the second is
// composed of.

extension Primitive {
  /// Returns the way back to one operand of batch norm or of one of its derivatives.
  func batchNormPullback(to operand: Int, of x: [Tensor]) -> Pullback? {
    switch (self, operand) {
    case (.batchNorm(let epsilon), 0):
      return { [image = x[0], scale = x[1]] g in
        Primitive.batchNormGradient(epsilon: epsilon).of(g, image, scale)
      }
    case (.batchNorm(let epsilon), 1):
      return { [x = x[0]] g in Primitive.batchNormScaleGradient(epsilon: epsilon).of(g, x) }
    case (.batchNorm(let epsilon), _):
      return { [x = x[0]] g in Primitive.batchNormOffsetGradient(epsilon: epsilon).of(g, x) }

    // Self-adjoint in g.
    case (.batchNormGradient(let epsilon), 0):
      return { [image = x[1], scale = x[2]] h in
        Primitive.batchNormGradient(epsilon: epsilon).of(h, image, scale)
      }
    case (.batchNormGradient(let epsilon), 1):
      return { [x] h in
        Primitive.batchNormCurvature(epsilon: epsilon).of(h, x[0], x[1], x[2])
      }
    case (.batchNormGradient(let epsilon), _):
      return { [x] h in Primitive.batchNormScaleCurvature(epsilon: epsilon).of(h, x[0], x[1]) }

    case (.batchNormScaleGradient(let epsilon), 0):
      return { [image = x[1]] h in
        Primitive.batchNorm(epsilon: epsilon).of(image, h, Tensor(repeating: 0, shape: h.shape))
      }
    case (.batchNormScaleGradient(let epsilon), _):
      return { [x] h in Primitive.batchNormGradient(epsilon: epsilon).of(x[0], x[1], h) }
    case (.batchNormOffsetGradient, 0):
      return { [shape = x[0].shape] h in h.broadcast(to: shape) }
    case (.batchNormOffsetGradient, _):
      return nil

    case (.batchNormCurvature(let epsilon), _):
      return composed(to: operand, of: x) { x in
        curvature(of: x[0], x[1], at: x[2], epsilon).byX * x[3]
      }
    case (.batchNormScaleCurvature(let epsilon), _):
      return composed(to: operand, of: x) { x in
        curvature(of: x[0], x[1], at: x[2], epsilon).byScale
      }
    default:
      fatalError("only batch norm and its derivatives have these pullbacks")
    }
  }

  /// Returns the way back through what a primitive is composed of.
  private func composed(
    to operand: Int, of x: [Tensor], _ composition: @escaping @Sendable ([Tensor]) -> Tensor
  ) -> Pullback {
    { g in
      gradient(at: x[operand]) { tensor in
        var operands = x
        operands[operand] = tensor
        return (composition(operands) * g).sum()
      }
    }
  }
}

/// The second derivatives of batch norm in terms of its parts.
private struct Curvature {
  let h, g, standardized, inverse: Tensor

  /// The gradient by x, but for the factor that is the scale.
  var byX: Tensor {
    let ofG = mean(g * standardized), ofH = mean(h * standardized)
    let along = mean(h * removed(g)) * standardized
    return -(inverse * inverse) * (ofG * removed(h) + ofH * removed(g) + along)
  }

  /// The gradient by the scale.
  var byScale: Tensor { inverse * (h * removed(g)).sum(to: inverse.shape) }

  private func removed(_ x: Tensor) -> Tensor { Primitive.removeMoments.of(x, standardized) }

  private func mean(_ x: Tensor) -> Tensor {
    x.sum(to: inverse.shape) * (Float(inverse.elementCount) / Float(max(x.elementCount, 1)))
  }
}

private func curvature(
  of h: Tensor, _ g: Tensor, at x: Tensor, _ epsilon: Float
) -> Curvature {
  Curvature(
    h: h, g: g, standardized: Primitive.standardize(epsilon: epsilon).of(x),
    inverse: Primitive.inverseDeviation(epsilon: epsilon).of(x))
}
