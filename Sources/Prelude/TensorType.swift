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
  members: tensorInitializers + tensorProperties + tensorMethods + tensorOperators)

private let tensorInitializers = [
  HostFunction("init(_ scalar: Float)", "A single number.") { call in
    Tensor(try call.argument(0, as: Float.self))
  },
  HostFunction("init(_ scalars: [Float])", "A vector.") { call in
    Tensor(try call.argument(0, as: [Float].self))
  },
  HostFunction("init(_ rows: [[Float]])", "A matrix from rows of one length.") { call in
    try Checked.tensor(rows: try call.argument(0))
  },
  HostFunction(
    "init(shape: [Int], scalars: [Float])", "A tensor of a shape from numbers in row-major order."
  ) { call in
    try Checked.tensor(shape: try shape(call.argument(0)), scalars: try call.argument(1))
  },
  HostFunction(
    "init(repeating value: Float, shape: [Int])", "A tensor whose every element is one value."
  ) { call in Tensor(repeating: try call.argument(0), shape: try shape(call.argument(1))) },
  HostFunction("init(zeros shape: [Int])", "Zeros.") { call in
    Tensor(zeros: try shape(call.argument(0)))
  },
  HostFunction("init(ones shape: [Int])", "Ones.") { call in
    Tensor(ones: try shape(call.argument(0)))
  },
  HostFunction(
    "init(concatenating parts: [Tensor], along axis: Int = 0)", "Tensors joined along an axis."
  ) { call in try Checked.concatenate(try call.argument(0), along: try call.argument(1)) },
  HostFunction(
    "init(stacking parts: [Tensor], along axis: Int = 0)",
    "Tensors of one shape joined along a new axis."
  ) { call in try Checked.stack(try call.argument(0), along: try call.argument(1)) },
]

private let tensorProperties = [
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

private let tensorMethods =
  reductions + [
    HostFunction("func argmax(along axis: Int = -1) -> [Int]", "Where the largest element is.") {
      call in
      try Checked.argmax(try call.receiver(as: Tensor.self), along: try call.argument(0))
    },
    HostFunction(
      "func reshaped(to sizes: [Int]) -> Tensor",
      "The same numbers in another shape; one size may be −1, which is then computed."
    ) { call in
      try Checked.reshape(try call.receiver(as: Tensor.self), to: try call.argument(0))
    },
    HostFunction(
      "func transposed(_ axes: Int...) -> Tensor",
      "The axes in another order; without arguments, reversed."
    ) { call in
      let tensor = try call.receiver(as: Tensor.self)
      let axes = try call.argument(0, as: [Int].self)
      return try Checked.transpose(
        tensor, axes.isEmpty ? Array((0..<tensor.rank).reversed()) : axes)
    },
    HostFunction(
      "func rows(at indices: [Int]) -> Tensor", "Rows (places of the first axis), in that order."
    ) { call in
      try Checked.rows(try call.receiver(as: Tensor.self), at: try call.argument(0))
    },
    HostFunction("subscript(_ indices: Int...) -> Tensor", "The part at places of the first axes.")
    { call in
      try Checked.element(try call.receiver(as: Tensor.self), at: try call.argument(0))
    },
  ]

/// What makes one number, or one per place of the axes that are left, of many.
private let reductions: [HostFunction] = {
  typealias Reduction =
    @Sendable (Tensor, [Int], Bool) throws -> Tensor
  let verbs: [(name: String, documentation: String, reduce: Reduction)] = [
    ("sum", "The sum", { try Checked.sum($0, along: $1, keepingDimensions: $2) }),
    ("mean", "The mean", { try Checked.mean($0, along: $1, keepingDimensions: $2) }),
    ("variance", "The variance", { try Checked.variance($0, along: $1, keepingDimensions: $2) }),
    ("max", "The largest", { try Checked.max($0, along: $1, keepingDimensions: $2) }),
    ("min", "The smallest", { try Checked.min($0, along: $1, keepingDimensions: $2) }),
  ]
  return verbs.flatMap { name, documentation, reduce in
    [
      HostFunction("func \(name)() -> Tensor", "\(documentation) of all elements.") { call in
        let tensor = try call.receiver(as: Tensor.self)
        return try reduce(tensor, Array(0..<tensor.rank), false)
      },
      HostFunction(
        "func \(name)(along axes: Int..., keepingDimensions: Bool = false) -> Tensor",
        "\(documentation) along some axes, which go, or stay with size 1."
      ) { call in
        try reduce(
          try call.receiver(as: Tensor.self), try call.argument(0), try call.argument(1))
      },
    ]
  }
}()

private let tensorOperators: [HostFunction] = {
  typealias Operation = @Sendable (Tensor, Tensor) throws -> Tensor
  let operators: [(symbol: String, documentation: String, compute: Operation)] = [
    ("+", "The sum, element by element.", Checked.add),
    ("-", "The difference, element by element.", Checked.subtract),
    ("*", "The product, element by element.", Checked.multiply),
    ("/", "The quotient, element by element.", Checked.divide),
  ]
  return [
    HostFunction("static prefix func - (x: Tensor) -> Tensor", "The negative.") { call in
      -(try call.argument(0, as: Tensor.self))
    }
  ]
    + operators.flatMap { symbol, documentation, compute in
      [
        operation(
          "static func \(symbol) (lhs: Tensor, rhs: Tensor) -> Tensor", documentation, compute),
        operation("static func \(symbol) (lhs: Tensor, rhs: Float) -> Tensor", documentation) {
          (lhs: Tensor, rhs: Float) in try compute(lhs, Tensor(rhs))
        },
        operation("static func \(symbol) (lhs: Float, rhs: Tensor) -> Tensor", documentation) {
          (lhs: Float, rhs: Tensor) in try compute(Tensor(lhs), rhs)
        },
        HostFunction(
          "static func \(symbol)= (lhs: inout Tensor, rhs: Tensor)", documentation
        ) { call in
          let result = try compute(try call.argument(0), try call.argument(1))
          call.setArgument(0, to: result.cellValue)
        },
      ]
    }
}()

/// Returns the shape of some sizes; a negative or absurd one is an error.
private func shape(_ sizes: [Int]) throws -> Shape { try Shape(validating: sizes) }
