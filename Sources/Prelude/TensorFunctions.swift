internal import Autodiff
internal import CellLanguage
internal import Tensors

/// The functions of tensors, as cells see them.
let tensorFunctions = elementwiseFunctions + networkFunctions

private let elementwiseFunctions: [HostFunction] = {
  let functions: [(name: String, documentation: String, compute: @Sendable (Tensor) -> Tensor)] = [
    ("exp", "e to the power of each element.", { Autodiff.exp($0) }),
    ("log", "The natural logarithm of each element.", { Autodiff.log($0) }),
    ("sqrt", "The square root of each element.", { Autodiff.sqrt($0) }),
    ("tanh", "The hyperbolic tangent of each element.", { Autodiff.tanh($0) }),
    ("sigmoid", "1 / (1 + exp(−x)) of each element.", { Autodiff.sigmoid($0) }),
    ("relu", "Each element, or 0 where it is negative.", { Autodiff.relu($0) }),
    ("abs", "Each element without its sign.", { Autodiff.abs($0) }),
  ]
  return functions.map { name, documentation, compute in
    HostFunction("func \(name)(_ x: Tensor) -> Tensor", documentation) { call in
      compute(try call.argument(0))
    }
  } + [
    HostFunction(
      "func pow(_ x: Tensor, _ exponent: Float) -> Tensor", "Each element to a power."
    ) { call in
      Autodiff.pow(try call.argument(0, as: Tensor.self), try call.argument(1, as: Float.self))
    },
    operation("func max(_ lhs: Tensor, _ rhs: Tensor) -> Tensor", "The larger of each pair.") {
      (lhs: Tensor, rhs: Tensor) in try Checked.max(lhs, rhs)
    },
    operation("func min(_ lhs: Tensor, _ rhs: Tensor) -> Tensor", "The smaller of each pair.") {
      (lhs: Tensor, rhs: Tensor) in try Checked.min(lhs, rhs)
    },
    operation(
      "func matmul(_ lhs: Tensor, _ rhs: Tensor) -> Tensor",
      "The product of matrices, of a matrix and a vector, or of two vectors."
    ) { (lhs: Tensor, rhs: Tensor) in try Checked.matmul(lhs, rhs) },
  ]
}()

private let networkFunctions = [
  HostFunction(
    """
    func conv2d(_ images: Tensor, _ weights: Tensor, stride: Int = 1, samePadding: Bool = false) \
    -> Tensor
    """,
    """
    The correlation of `[batch, height, width, in]` images with `[height, width, in, out]` \
    weights; with `samePadding`, stride 1 keeps height and width.
    """
  ) { call in
    try Checked.conv2d(
      try call.argument(0), try call.argument(1), stride: try call.argument(2),
      padding: try call.argument(3, as: Bool.self) ? .same : .valid)
  },
  HostFunction(
    "func maxPool(_ images: Tensor, window: Int = 2, stride: Int? = nil) -> Tensor",
    "The largest value of each window; without `stride`, windows do not overlap."
  ) { call in
    try Checked.maxPool(
      try call.argument(0), window: try call.argument(1), stride: try call.argument(2))
  },
  HostFunction(
    "func batchNorm(_ x: Tensor, scale: Tensor, offset: Tensor, epsilon: Float = 1e-5) -> Tensor",
    "`x` brought to mean 0 and variance 1 in each channel (last axis), times `scale`, plus `offset`."
  ) { call in
    try Checked.batchNorm(
      try call.argument(0), scale: try call.argument(1), offset: try call.argument(2),
      epsilon: try call.argument(3))
  },
  HostFunction(
    "func softmax(_ x: Tensor, along axis: Int = -1) -> Tensor",
    "Numbers above 0 that sum to 1 along an axis, in proportion to exp(x)."
  ) { call in try Checked.softmax(try call.argument(0), along: try call.argument(1)) },
  HostFunction(
    "func logSoftmax(_ x: Tensor, along axis: Int = -1) -> Tensor",
    "The logarithm of the softmax along an axis."
  ) { call in try Checked.logSoftmax(try call.argument(0), along: try call.argument(1)) },
  HostFunction(
    "func softmaxCrossEntropy(_ logits: Tensor, labels: [Int]) -> Tensor",
    "The mean over rows of −log softmax(logits)[label]: the loss of a classifier."
  ) { call in
    try Checked.softmaxCrossEntropy(try call.argument(0), labels: try call.argument(1))
  },
]
