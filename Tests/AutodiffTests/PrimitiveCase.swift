import Autodiff
import Tensors
import Testing

/// A primitive with operands to check its derivatives at.
struct PrimitiveCase: CustomTestStringConvertible {
  var primitive: Primitive
  var inputs: [Tensor]
  var step: Float = 0.05
  var tolerance = 2e-3

  var testDescription: String {
    "\(primitive)".prefix(60) + " of " + inputs.map { "\($0.shape)" }.joined(separator: ", ")
  }
}

extension PrimitiveCase {
  /// Every kind of primitive, on shapes with sizes 0, 1, primes and non-multiples of 16.
  static let all: [PrimitiveCase] =
    elementwise + binary + movement + products + stacks + normalization + classification

  private static let positive = random([3, 5], in: 0.5..<2)

  private static let elementwise: [PrimitiveCase] = [
    PrimitiveCase(primitive: .unary(.exponential), inputs: [random([17])]),
    PrimitiveCase(primitive: .unary(.exponential), inputs: [random([0, 3])]),
    PrimitiveCase(primitive: .unary(.logarithm), inputs: [positive], step: 0.02),
    PrimitiveCase(primitive: .unary(.squareRoot), inputs: [positive], step: 0.02),
    PrimitiveCase(primitive: .unary(.hyperbolicTangent), inputs: [random([3, 5])]),
    PrimitiveCase(primitive: .unary(.sigmoid), inputs: [random([])]),
    PrimitiveCase(primitive: .unary(.relu), inputs: [spread([31])]),
    PrimitiveCase(primitive: .unary(.absolute), inputs: [spread([3, 7])]),
    PrimitiveCase(primitive: .unary(.sine), inputs: [random([3, 5])]),
    PrimitiveCase(primitive: .unary(.cosine), inputs: [random([17])]),
    PrimitiveCase(primitive: .unary(.sign), inputs: [spread([7])]),
    PrimitiveCase(primitive: .affine(scale: -3, offset: 2), inputs: [random([5, 1])]),
    PrimitiveCase(primitive: .power(3), inputs: [random([7])]),
    PrimitiveCase(primitive: .power(2), inputs: [Tensor([0, 1, -2])]),
    PrimitiveCase(primitive: .power(-1), inputs: [positive], step: 0.02),
    PrimitiveCase(primitive: .power(0.5), inputs: [positive], step: 0.02),
  ]

  private static let binary: [PrimitiveCase] = [
    PrimitiveCase(primitive: .binary(.add), inputs: [random([3, 5]), random([5], seed: 2)]),
    PrimitiveCase(primitive: .binary(.add), inputs: [random([0, 5]), random([5], seed: 2)]),
    PrimitiveCase(
      primitive: .binary(.subtract), inputs: [random([1, 5]), random([3, 1], seed: 2)]),
    PrimitiveCase(primitive: .binary(.multiply), inputs: [random([2, 3, 5]), random([3, 1])]),
    PrimitiveCase(primitive: .binary(.multiply), inputs: [random([]), random([7])]),
    PrimitiveCase(primitive: .binary(.divide), inputs: [random([3, 1]), positive], step: 0.02),
    PrimitiveCase(primitive: .binary(.divide), inputs: [random([2, 3, 5]), positive], step: 0.02),
    PrimitiveCase(primitive: .binary(.maximum), inputs: [spread([3, 5]), 0.1 * random([5])]),
    PrimitiveCase(primitive: .binary(.minimum), inputs: [0.1 * random([5]), spread([3, 5])]),
    PrimitiveCase(primitive: .binary(.greater), inputs: [spread([3, 5]), 0.1 * random([5])]),
    PrimitiveCase(primitive: .binary(.greaterOrEqual), inputs: [spread([7]), Tensor(0)]),
    PrimitiveCase(primitive: .binary(.equal), inputs: [spread([7]), Tensor(0)]),
    PrimitiveCase(primitive: .binary(.gate), inputs: [random([3, 5]), spread([3, 5])]),
  ]

  private static let map = PositionMap(source: [2, 3], shape: [2, 2], positions: [5, 0, 5, 2])

  private static let movement: [PrimitiveCase] = [
    PrimitiveCase(primitive: .broadcast(to: [2, 3, 5]), inputs: [random([3, 1])]),
    PrimitiveCase(primitive: .broadcast(to: [0, 3]), inputs: [random([3])]),
    PrimitiveCase(primitive: .sum(to: [3, 1]), inputs: [random([2, 3, 5])]),
    PrimitiveCase(primitive: .sum(to: []), inputs: [random([0])]),
    PrimitiveCase(primitive: .reshape(to: [5, 6]), inputs: [random([2, 3, 5])]),
    PrimitiveCase(primitive: .transpose([2, 0, 1]), inputs: [random([2, 3, 5])]),
    PrimitiveCase(primitive: .slice([1..<2, 0..<3, 2..<5]), inputs: [random([2, 3, 5])]),
    PrimitiveCase(primitive: .embed(in: [3, 4], at: [1, 0]), inputs: [random([2, 3])]),
    PrimitiveCase(
      primitive: .concatenate(axis: 1), inputs: [random([2, 3]), random([2, 0]), random([2, 1])]),
    PrimitiveCase(primitive: .gather(map), inputs: [random([2, 3])]),
    PrimitiveCase(primitive: .scatter(map), inputs: [random([2, 2])]),
    PrimitiveCase(primitive: .runningSum(isReversed: false), inputs: [random([3, 5])]),
    PrimitiveCase(primitive: .runningSum(isReversed: true), inputs: [random([1])]),
    PrimitiveCase(primitive: .runningSum(isReversed: false), inputs: [random([2, 0])]),
  ]

  private static let products: [PrimitiveCase] =
    [(false, false), (false, true), (true, false), (true, true)].map { lhs, rhs in
      PrimitiveCase(
        primitive: .matmul(transposeLhs: lhs, transposeRhs: rhs),
        inputs: [random(lhs ? [5, 3] : [3, 5]), random(rhs ? [7, 5] : [5, 7], seed: 2)])
    } + [
      PrimitiveCase(
        primitive: .matmul(transposeLhs: false, transposeRhs: false),
        inputs: [random([3, 0]), random([0, 7])])
    ]
    + convolutions.flatMap { geometry in
      let (x, w, y) = (
        random(geometry.images), random(geometry.weights, seed: 2), random(geometry.result, seed: 3)
      )
      return [
        PrimitiveCase(primitive: .convolution(geometry), inputs: [x, w]),
        PrimitiveCase(primitive: .convolutionImageGradient(geometry), inputs: [y, w]),
        PrimitiveCase(primitive: .convolutionWeightGradient(geometry), inputs: [x, y]),
      ]
    }

  private static let stacks: [PrimitiveCase] =
    [(false, true), (true, false), (true, true)].map { lhs, rhs in
      PrimitiveCase(
        primitive: .matmul(transposeLhs: lhs, transposeRhs: rhs),
        inputs: [
          random(lhs ? [2, 5, 3] : [2, 3, 5]), random(rhs ? [2, 7, 5] : [2, 5, 7], seed: 2),
        ])
    }

  private static let convolutions: [ConvolutionGeometry] = [
    geometry([2, 5, 7, 3], [3, 3, 3, 5], 1, .same),
    geometry([1, 7, 7, 2], [3, 3, 2, 17], 2, .same),
    geometry([2, 5, 4, 1], [2, 3, 1, 2], 2, .valid),
    geometry([0, 5, 5, 2], [3, 3, 2, 3], 1, .valid),
    geometry([1, 1, 1, 1], [1, 1, 1, 1], 1, .uniform(1)),
  ].compactMap { $0 }

  private static func geometry(
    _ images: Shape, _ weights: Shape, _ stride: Int, _ padding: Padding
  ) -> ConvolutionGeometry? {
    try? ConvolutionGeometry(images: images, weights: weights, stride: stride, padding: padding)
  }

  // The variance of few numbers changes much over one step, so ε is large and steps are small.
  private static let normalization: [PrimitiveCase] = [
    Shape([7, 3]), [2, 3, 2, 17], [1, 2], [5], [0, 3],
  ]
  .flatMap { shape in
    [
      PrimitiveCase(
        primitive: .standardize(epsilon: 0.5), inputs: [random(shape)], tolerance: 5e-3),
      PrimitiveCase(
        primitive: .inverseDeviation(epsilon: 0.5), inputs: [random(shape)], tolerance: 5e-3),
      PrimitiveCase(primitive: .removeMoments, inputs: [random(shape), random(shape, seed: 2)]),
    ] + batchNorm(shape)
  }

  private static func batchNorm(_ shape: Shape) -> [PrimitiveCase] {
    let (x, g, h) = (random(shape), random(shape, seed: 2), random(shape, seed: 3))
    let (scale, offset) = (random([shape[-1]], seed: 4), random([shape[-1]], seed: 5))
    let cases: [(Primitive, [Tensor])] = [
      (.batchNorm(epsilon: 0.5), [x, scale, offset]),
      (.batchNormGradient(epsilon: 0.5), [g, x, scale]),
      (.batchNormScaleGradient(epsilon: 0.5), [g, x]),
      (.batchNormOffsetGradient(epsilon: 0.5), [g, x]),
      (.batchNormCurvature(epsilon: 0.5), [h, g, x, scale]),
      (.batchNormScaleCurvature(epsilon: 0.5), [h, g, x]),
    ]
    return cases.map { PrimitiveCase(primitive: $0.0, inputs: $0.1, tolerance: 5e-3) }
  }

  private static let classification: [PrimitiveCase] =
    [
      PrimitiveCase(primitive: .softmax, inputs: [random([3, 5])]),
      PrimitiveCase(primitive: .softmax, inputs: [random([1])]),
      PrimitiveCase(primitive: .softmax, inputs: [random([0, 5])]),
      PrimitiveCase(primitive: .logSoftmax, inputs: [random([2, 3, 7])]),
    ]
    + [ClassLabels]([labels([4, 0, 4], [3, 5])].compactMap { $0 }).flatMap { labels in
      [
        PrimitiveCase(primitive: .crossEntropy(labels), inputs: [random([3, 5])]),
        PrimitiveCase(primitive: .crossEntropyGradient(labels), inputs: [random([3, 5])]),
      ]
    }

  private static func labels(_ labels: [Int], _ shape: Shape) -> ClassLabels? {
    try? ClassLabels(labels, for: shape)
  }
}
