internal import Autodiff
internal import CellLanguage

/// The operators of tensors, as cells see them.
let tensorOperators: [HostFunction] =
  arithmeticOperators.flatMap { $0 } + comparisons.flatMap { $0 }

private let arithmeticOperators: [[HostFunction]] = [
  [
    HostFunction("static prefix func - (x: Tensor) -> Tensor", "The negative.") { (x: Tensor) in -x
    }
  ],
  arithmetic("+", "The sum, element by element.", Checked.add),
  arithmetic("-", "The difference, element by element.", Checked.subtract),
  arithmetic("*", "The product, element by element.", Checked.multiply),
  arithmetic("/", "The quotient, element by element.", Checked.divide),
]

private let comparisons: [[HostFunction]] = [
  comparison(".>", "1 where the left element is larger, else 0.", Checked.greater),
  comparison(".>=", "1 where the left element is larger or equal, else 0.", Checked.greaterOrEqual),
  comparison(".<", "1 where the left element is smaller, else 0.") { lhs, rhs in
    try Checked.greater(rhs, lhs)
  },
  comparison(".<=", "1 where the left element is smaller or equal, else 0.") { lhs, rhs in
    try Checked.greaterOrEqual(rhs, lhs)
  },
  comparison(".==", "1 where the elements are equal, else 0.", Checked.equal),
  comparison(".!=", "1 where the elements differ, else 0.", Checked.notEqual),
]

private typealias Compute = @Sendable (Tensor, Tensor) throws -> Tensor

private func arithmetic(
  _ symbol: String, _ documentation: String, _ compute: @escaping Compute
) -> [HostFunction] {
  comparison(symbol, documentation, compute) + [
    HostFunction("static func \(symbol) (lhs: Float, rhs: Tensor) -> Tensor", documentation) {
      (lhs: Float, rhs: Tensor) in try compute(Tensor(lhs), rhs)
    },
    HostFunction("static func \(symbol) (lhs: Double, rhs: Tensor) -> Tensor", documentation) {
      (lhs: Double, rhs: Tensor) in try compute(Tensor(Float(lhs)), rhs)
    },
    HostFunction("static func \(symbol) (lhs: Int, rhs: Tensor) -> Tensor", documentation) {
      (lhs: Int, rhs: Tensor) in try compute(Tensor(Float(lhs)), rhs)
    },
    HostFunction(
      assigning: "static func \(symbol)= (lhs: inout Tensor, rhs: Tensor)", documentation, compute),
    HostFunction(
      assigning: "static func \(symbol)= (lhs: inout Tensor, rhs: Float)", documentation
    ) { (lhs: Tensor, rhs: Float) in try compute(lhs, Tensor(rhs)) },
    HostFunction(
      assigning: "static func \(symbol)= (lhs: inout Tensor, rhs: Double)", documentation
    ) { (lhs: Tensor, rhs: Double) in try compute(lhs, Tensor(Float(rhs))) },
    HostFunction(
      assigning: "static func \(symbol)= (lhs: inout Tensor, rhs: Int)", documentation
    ) { (lhs: Tensor, rhs: Int) in try compute(lhs, Tensor(Float(rhs))) },
  ]
}

/// An operator whose left side is a tensor, and whose right side is one or a number of any type.
private func comparison(
  _ symbol: String, _ documentation: String, _ compute: @escaping Compute
) -> [HostFunction] {
  [
    HostFunction(
      "static func \(symbol) (lhs: Tensor, rhs: Tensor) -> Tensor", documentation, compute),
    HostFunction("static func \(symbol) (lhs: Tensor, rhs: Float) -> Tensor", documentation) {
      (lhs: Tensor, rhs: Float) in try compute(lhs, Tensor(rhs))
    },
    HostFunction("static func \(symbol) (lhs: Tensor, rhs: Double) -> Tensor", documentation) {
      (lhs: Tensor, rhs: Double) in try compute(lhs, Tensor(Float(rhs)))
    },
    HostFunction("static func \(symbol) (lhs: Tensor, rhs: Int) -> Tensor", documentation) {
      (lhs: Tensor, rhs: Int) in try compute(lhs, Tensor(Float(rhs)))
    },
  ]
}
