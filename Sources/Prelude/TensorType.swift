public import Autodiff
public import CellLanguage
internal import Tensors

extension Tensor: HostValue, CellConvertible {
  /// A scalar as its number, any other tensor with its shape.
  public func displayBundle() throws -> DisplayBundle? { DisplayBundle(plainText: description) }
}

/// `Tensor`, as cells see it.
let tensorType = HostType(
  Tensor.self,
  """
  A dense array of numbers in any number of dimensions; pictures are `[count, height, width, \
  channels]`. Arithmetic goes element by element and repeats axes of size 1. Whatever is computed \
  with tensors can be differentiated by `gradient(at:in:)`.
  """,
  conformances: ["ParameterTree"],
  members: tensorInitializers + imageTensors + randomInitializers + randomTensorParts
    + tensorProperties + tensorMethods + tensorOperators)

private let tensorInitializers: [HostFunction] = [
  HostFunction("init(_ scalar: Float)", "A single number.") { (scalar: Float) in Tensor(scalar) },
  HostFunction("init(_ scalars: [Float])", "A vector.") { (scalars: [Float]) in Tensor(scalars) },
  HostFunction(
    "init(_ rows: [[Float]])", "A matrix from rows of one length.", Checked.tensor(rows:)),
  HostFunction(
    "init(shape: [Int], scalars: [Float])", "A tensor of a shape from numbers in row-major order."
  ) { (sizes: [Int], scalars: [Float]) in
    try Checked.tensor(shape: Shape(validating: sizes), scalars: scalars)
  },
  HostFunction(
    "init(repeating value: Float, shape: [Int])", "A tensor whose every element is one value."
  ) { (value: Float, sizes: [Int]) in
    Tensor(repeating: value, shape: try Shape(validating: sizes))
  },
  HostFunction("init(zeros shape: [Int])", "Zeros.") { (sizes: [Int]) in
    Tensor(zeros: try Shape(validating: sizes))
  },
  HostFunction("init(ones shape: [Int])", "Ones.") { (sizes: [Int]) in
    Tensor(ones: try Shape(validating: sizes))
  },
  HostFunction(
    "init(concatenating parts: [Tensor], along axis: Int = 0)", "Tensors joined along an axis.",
    Checked.concatenate),
  HostFunction(
    "init(stacking parts: [Tensor], along axis: Int = 0)",
    "Tensors of one shape joined along a new axis.", Checked.stack),
  HostFunction(
    "init(oneHot labels: [Int], count: Int)",
    "A row for each label, numbered from 0: 1 at the label, else 0.", Checked.oneHot),
]

private let tensorProperties: [HostFunction] = [
  property("var shape: [Int]", "The size of each axis.", of: Tensor.self) { $0.shape.dimensions },
  property("var rank: Int", "The number of axes.", of: Tensor.self) { $0.rank },
  property("var elementCount: Int", "The number of elements.", of: Tensor.self) {
    $0.elementCount
  },
  property("var scalars: [Float]", "The elements in row-major order.", of: Tensor.self) {
    $0.scalars
  },
  property("var scalar: Float", "The number of a tensor of one element.", of: Tensor.self) {
    tensor in
    guard tensor.elementCount == 1 else { throw ShapeError.notScalar(tensor.shape) }
    return tensor.scalar
  },
  property(
    "var withoutGradient: Tensor",
    "The same numbers as a constant: `gradient(at:in:)` does not look behind it.", of: Tensor.self
  ) { $0.withoutGradient },
]

private let tensorMethods: [HostFunction] = [
  reductions.flatMap { $0 }, movements, selections, orders,
].flatMap { $0 }

private let movements: [HostFunction] = [
  HostFunction(
    "func argmax(along axis: Int = -1) -> [Int]", "Where the largest element is.",
    Checked.argmax),
  HostFunction(
    "func reshaped(to sizes: [Int]) -> Tensor",
    "The same numbers in another shape; one size may be −1, which is then computed.",
    Checked.reshape(_:to:)),
  HostFunction(
    "func transposed(_ axes: Int...) -> Tensor",
    "The axes in another order; without arguments, reversed."
  ) { (tensor: Tensor, axes: [Int]) in
    try Checked.transpose(
      tensor, axes.isEmpty ? Array((0..<tensor.rank).reversed()) : axes)
  },
  HostFunction(
    "func rows(at indices: [Int]) -> Tensor", "Rows (places of the first axis), in that order.",
    Checked.rows),
  HostFunction(
    "subscript(_ indices: Int...) -> Tensor", "The part at places of the first axes.",
    Checked.element),
  HostFunction(
    "subscript(_ places: any TensorPlace...) -> Tensor",
    """
    The part at places of the first axes, each a number or a range: `x[0..<2, 1, 3...]`. `0...` is \
    the whole axis; an axis of which one place is taken goes.
    """
  ) { (tensor: Tensor, places: AxisPlaces) in try Checked.part(tensor, places.places) },
  HostFunction(
    "func taking(_ indices: [Int], along axis: Int = 0) -> Tensor",
    "The parts at places of an axis, in that order; any may come twice.", Checked.taking),
  HostFunction(
    "func broadcast(to shape: [Int]) -> Tensor",
    "The tensor repeated along missing axes and axes of size 1 to fill a shape."
  ) { (tensor: Tensor, sizes: [Int]) in
    try Checked.broadcast(tensor, to: Shape(validating: sizes))
  },
]

/// What makes one number, or one per place of the axes that are left, of many.
private let reductions: [[HostFunction]] = [
  reduction("sum", "The sum", Checked.sum),
  reduction("mean", "The mean", Checked.mean),
  reduction("variance", "The variance", Checked.variance),
  reduction(
    "standardDeviation", "The standard deviation, the root of the variance,",
    Checked.standardDeviation),
  reduction("norm", "The Euclidean length", Checked.norm),
  reduction("max", "The largest", Checked.max(_:along:keepingDimensions:)),
  reduction("min", "The smallest", Checked.min(_:along:keepingDimensions:)),
]

private func reduction(
  _ name: String, _ documentation: String,
  _ reduce: @escaping @Sendable (Tensor, [Int], Bool) throws -> Tensor
) -> [HostFunction] {
  [
    HostFunction("func \(name)() -> Tensor", "\(documentation) of all elements.") {
      (tensor: Tensor) in try reduce(tensor, Array(0..<tensor.rank), false)
    },
    HostFunction(
      "func \(name)(along axes: Int..., keepingDimensions: Bool = false) -> Tensor",
      "\(documentation) along some axes, which go, or stay with size 1.", reduce),
  ]
}
