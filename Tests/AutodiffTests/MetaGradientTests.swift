import Autodiff
import Tensors
import Testing

/// The whole engine at once: MAML's meta-gradient against PyTorch in double precision.
@Suite struct MetaGradientTests {
  enum Kind: CaseIterable { case maxPool, strided }

  @Test(arguments: Kind.allCases)
  func `the inner gradient and the Hessian agree with PyTorch`(kind: Kind) throws {
    let fixture = try MetaGradientFixture()
    let (parameters, expected) = (fixture.parameters, fixture[kind])
    let loss = loss(kind, fixture.images(0))

    let direction = gradient(at: parameters, in: loss)
    let product = gradient(at: parameters) { parameters in
      zip(gradient(at: parameters, in: loss), direction)
        .reduce(Tensor(0)) { $0 + ($1.0 * $1.1).sum() }
    }

    #expect((Double(loss(parameters).scalar) - expected.supportLosses[0]).magnitude < 1e-5)
    #expect(relativeError(direction, fixture.flat(expected.innerGradient)) < 1e-4)
    #expect(relativeError(product, fixture.flat(expected.hessianVector)) < 1e-3)
  }

  @Test(arguments: Kind.allCases)
  func `the meta-gradient through 5 steps agrees with PyTorch`(kind: Kind) throws {
    let fixture = try MetaGradientFixture()

    let exact = metaGradient(kind, fixture, secondOrder: true)
    let firstOrder = metaGradient(kind, fixture, secondOrder: false)

    #expect((Double(exact.value.scalar) - fixture[kind].queryLoss).magnitude < 1e-4)
    #expect(relativeError(exact.gradient, fixture.flat(fixture[kind].metaGradient)) < 1e-3)
    #expect(relativeError(firstOrder.gradient, fixture.flat(fixture[kind].firstOrder)) < 1e-3)
    #expect(relativeError(firstOrder.gradient, fixture.flat(fixture[kind].metaGradient)) > 0.1)
  }

  private func metaGradient(
    _ kind: Kind, _ fixture: MetaGradientFixture, secondOrder: Bool
  ) -> (value: Tensor, gradient: [Tensor]) {
    let supportLoss = loss(kind, fixture.images(0))
    let queryLoss = loss(kind, fixture.images(1))
    return valueWithGradient(at: fixture.parameters) { parameters in
      var adapted = parameters
      for _ in 0..<fixture.steps {
        let step = gradient(at: adapted, in: supportLoss)
        adapted = adapted.zipMap(secondOrder ? step : step.withoutGradients) {
          $0 - Float(fixture.rate) * $1
        }
      }
      return queryLoss(adapted)
    }
  }

  private func loss(
    _ kind: Kind, _ part: (images: Tensor, labels: [Int])
  ) -> ([Tensor]) -> Tensor {
    { parameters in
      softmaxCrossEntropy(logits(kind, parameters, part.images), labels: part.labels)
    }
  }
}

extension MetaGradientFixture {
  fileprivate subscript(kind: MetaGradientTests.Kind) -> Network {
    switch kind {
    case .maxPool: maxPool
    case .strided: strided
    }
  }
}

private func logits(
  _ kind: MetaGradientTests.Kind, _ parameters: [Tensor], _ images: Tensor
) -> Tensor {
  var x = images
  for layer in 0..<4 {
    let (weights, bias) = (parameters[4 * layer], parameters[4 * layer + 1])
    let (scale, offset) = (parameters[4 * layer + 2], parameters[4 * layer + 3])
    x = conv2d(x, weights, stride: kind == .strided ? 2 : 1, padding: .same) + bias
    x = relu(batchNorm(x, scale: scale, offset: offset))
    if kind == .maxPool { x = maxPool(x) }
  }
  return matmul(x.mean(along: 1, 2), parameters[16]) + parameters[17]
}

/// Returns the length of the difference over the length of what was expected.
private func relativeError(_ tensors: [Tensor], _ expected: [Double]) -> Double {
  let values = tensors.flatMap(\.scalars).map(Double.init)
  guard values.count == expected.count else { return .infinity }
  let difference = zip(values, expected).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
  return (difference / expected.reduce(0) { $0 + $1 * $1 }).squareRoot()
}
