internal import Autodiff
public import CellLanguage
public import Tensors

extension Padding: HostValue, CellConvertible {
  /// The padding as one writes it, such as `same` or `uniform(1)`.
  public var description: String {
    switch self {
    case .valid: "valid"
    case .same: "same"
    case .uniform(let size): "uniform(\(size))"
    }
  }
}

/// `Padding`, as cells see it.
let paddingType = HostType(
  Padding.self, "What a convolution sees around its images.",
  conformances: ["Equatable", "Hashable"],
  members: [
    HostFunction("static var valid: Padding", "Nothing: images shrink.") { Padding.valid },
    HostFunction("static var same: Padding", "As many zeros as keep the size at stride 1.") {
      Padding.same
    },
    HostFunction("static func uniform(_ size: Int) -> Padding", "So many zeros on each side.") {
      (size: Int) in Padding.uniform(size)
    },
  ])

/// The functions of tensors, as cells see them.
let tensorFunctions: [HostFunction] = elementwiseFunctions + networkFunctions

private let elementwiseFunctions: [HostFunction] = [
  HostFunction("func exp(_ x: Tensor) -> Tensor", "e to the power of each element.", Autodiff.exp),
  HostFunction(
    "func log(_ x: Tensor) -> Tensor", "The natural logarithm of each element.", Autodiff.log),
  HostFunction(
    "func sqrt(_ x: Tensor) -> Tensor", "The square root of each element.", Autodiff.sqrt),
  HostFunction(
    "func sin(_ x: Tensor) -> Tensor", "The sine of each element, an angle in radians.",
    Autodiff.sin),
  HostFunction(
    "func cos(_ x: Tensor) -> Tensor", "The cosine of each element, an angle in radians.",
    Autodiff.cos),
  HostFunction(
    "func tan(_ x: Tensor) -> Tensor", "The tangent of each element, an angle in radians.",
    Autodiff.tan),
  HostFunction(
    "func tanh(_ x: Tensor) -> Tensor", "The hyperbolic tangent of each element.", Autodiff.tanh),
  HostFunction(
    "func sigmoid(_ x: Tensor) -> Tensor", "1 / (1 + exp(−x)) of each element.", Autodiff.sigmoid),
  HostFunction(
    "func relu(_ x: Tensor) -> Tensor", "Each element, or 0 where it is negative.", Autodiff.relu),
  HostFunction("func abs(_ x: Tensor) -> Tensor", "Each element without its sign.", Autodiff.abs),
  HostFunction(
    "func pow(_ x: Tensor, _ exponent: Float) -> Tensor", "Each element to a power."
  ) { (x: Tensor, exponent: Float) in Autodiff.pow(x, exponent) },
  HostFunction(
    "func pow(_ x: Tensor, _ exponent: Tensor) -> Tensor",
    "Each element, which is above 0, to the power of the other tensor's.", Checked.pow),
  HostFunction(
    "func max(_ lhs: Tensor, _ rhs: Float) -> Tensor", "Each element, or a number that is larger."
  ) { (lhs: Tensor, rhs: Float) in try Checked.max(lhs, Tensor(rhs)) },
  HostFunction(
    "func min(_ lhs: Tensor, _ rhs: Float) -> Tensor", "Each element, or a number that is smaller."
  ) { (lhs: Tensor, rhs: Float) in try Checked.min(lhs, Tensor(rhs)) },
  HostFunction(
    "func max(_ lhs: Tensor, _ rhs: Tensor) -> Tensor", "The larger of each pair.",
    Checked.max(_:_:)),
  HostFunction(
    "func min(_ lhs: Tensor, _ rhs: Tensor) -> Tensor", "The smaller of each pair.",
    Checked.min(_:_:)),
  HostFunction(
    "func matmul(_ lhs: Tensor, _ rhs: Tensor) -> Tensor",
    """
    The product of matrices, of a matrix and a vector, or of two vectors. Axes before the last two say \
    which of a stack of matrices; where they are missing or of size 1, a matrix is repeated.
    """, Checked.matmul),
]

private let networkFunctions: [HostFunction] = [
  HostFunction(
    """
    func conv2d(_ images: Tensor, _ weights: Tensor, stride: Int = 1, padding: Padding = .valid) \
    -> Tensor
    """,
    """
    The correlation of `[batch, height, width, in]` images with `[height, width, in, out]` \
    weights; with `padding: .same`, stride 1 keeps height and width.
    """, Checked.conv2d),
  HostFunction(
    "func maxPool(_ images: Tensor, window: Int = 2, stride: Int? = nil) -> Tensor",
    "The largest value of each window; without `stride`, windows do not overlap.",
    Checked.maxPool),
  HostFunction(
    "func averagePool(_ images: Tensor, window: Int = 2, stride: Int? = nil) -> Tensor",
    "The mean of each window; without `stride`, windows do not overlap.", Checked.averagePool),
  HostFunction(
    "func layerNorm(_ x: Tensor, scale: Tensor, offset: Tensor, epsilon: Float = 1e-5) -> Tensor",
    "`x` brought to mean 0 and variance 1 over its last axis, times `scale`, plus `offset`.",
    Checked.layerNorm),
  HostFunction(
    "func dropout(_ x: Tensor, rate: Float = 0.5) -> Tensor",
    """
    Each element 0 with a probability, else divided by the probability that it stays; which ones \
    follows from the notebook's seed.
    """
  ) { (context: HostContext, x: Tensor, rate: Float) in
    var generator = context.generator
    return try Checked.dropout(x, rate: rate, using: &generator)
  },
  HostFunction(
    "func batchNorm(_ x: Tensor, scale: Tensor, offset: Tensor, epsilon: Float = 1e-5) -> Tensor",
    "`x` brought to mean 0 and variance 1 in each channel (last axis), times `scale`, plus `offset`.",
    Checked.batchNorm),
  HostFunction(
    "func softmax(_ x: Tensor, along axis: Int = -1) -> Tensor",
    "Numbers above 0 that sum to 1 along an axis, in proportion to exp(x).", Checked.softmax),
  HostFunction(
    "func logSoftmax(_ x: Tensor, along axis: Int = -1) -> Tensor",
    "The logarithm of the softmax along an axis.", Checked.logSoftmax),
  HostFunction(
    "func softmaxCrossEntropy(_ logits: Tensor, labels: [Int]) -> Tensor",
    "The mean over rows of −log softmax(logits)[label]: the loss of a classifier.",
    Checked.softmaxCrossEntropy),
]
