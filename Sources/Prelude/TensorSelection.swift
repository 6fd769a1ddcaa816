internal import Autodiff
internal import CellLanguage

/// What stands for places in `x[0..<2, 1, 3...]`.
let tensorPlaces = HostSource(
  "TensorPlace",
  """
  protocol TensorPlace {}
  extension Int: TensorPlace {}
  extension Range: TensorPlace where Bound == Int {}
  extension ClosedRange: TensorPlace where Bound == Int {}
  extension PartialRangeFrom: TensorPlace where Bound == Int {}
  extension PartialRangeUpTo: TensorPlace where Bound == Int {}
  extension PartialRangeThrough: TensorPlace where Bound == Int {}
  """)

/// What takes some elements and not others, as cells see it.
let selections: [HostFunction] = [
  HostFunction(
    "static func `where`(_ mask: Tensor, _ x: Tensor, _ y: Tensor) -> Tensor",
    """
    `x` where a mask is not 0, and `y` where it is: `Tensor.where(x .> 0, x, y)`. What is not taken \
    has a derivative of 0; where a function has none at all, keep it away from there: \
    `sqrt(Tensor.where(x .> 0, x, 1))`.
    """, Checked.where),
  HostFunction(
    "static func `where`(_ mask: Tensor, _ x: Tensor, _ y: Float) -> Tensor",
    "`x` where a mask is not 0, and a number where it is."
  ) { (mask: Tensor, x: Tensor, y: Float) in try Checked.where(mask, x, Tensor(y)) },
  HostFunction(
    "func replacing(with other: Tensor, where mask: Tensor) -> Tensor",
    "The tensor with the elements of another where a mask is not 0."
  ) { (x: Tensor, other: Tensor, mask: Tensor) in try Checked.where(mask, other, x) },
  HostFunction(
    "func replacing(with other: Float, where mask: Tensor) -> Tensor",
    "The tensor with a number where a mask is not 0."
  ) { (x: Tensor, other: Float, mask: Tensor) in try Checked.where(mask, Tensor(other), x) },
  HostFunction(
    "func clamped(to range: ClosedRange<Float>) -> Tensor",
    "Each element brought into a range: `x.clamped(to: -1...1)`; the derivative outside is 0."
  ) { (x: Tensor, range: ClosedNumberRange) in x.clamped(to: range.range) },
]

/// What puts elements in order, as cells see it.
let orders: [HostFunction] = [
  HostFunction(
    "func sorted(along axis: Int = -1, descending: Bool = false) -> Tensor",
    "The elements along an axis in rising order, or falling; what is not a number is the largest.",
    Checked.sort),
  HostFunction(
    "func argsort(along axis: Int = -1, descending: Bool = false) -> [Int]",
    "Where the elements of `sorted` stand along the axis, in row-major order.", Checked.argsort),
  HostFunction(
    "func topK(_ count: Int, along axis: Int = -1) -> (values: Tensor, indices: [Int])",
    "The largest elements along an axis, largest first, and where they stand."
  ) { (x: Tensor, count: Int, axis: Int) in
    let top = try Checked.topK(x, count, along: axis)
    return Value.tuple([("values", top.values.cellValue), ("indices", top.indices.cellValue)])
  },
  HostFunction(
    "func argmin(along axis: Int = -1) -> [Int]", "Where the smallest element is."
  ) { (x: Tensor, axis: Int) in try Checked.argmax(-x, along: axis) },
  HostFunction(
    "func cumulativeSum(along axis: Int = -1) -> Tensor",
    "The sum of each element and those before it along an axis.", Checked.cumulativeSum),
]
