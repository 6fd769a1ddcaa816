internal import Autodiff
internal import CellLanguage
internal import Tensors

/// `gradient(at:in:)` and `valueWithGradient(at:in:)`, as cells see them: of functions of one to
/// three tensors, and of an array of tensors.
let gradientFunctions =
  [
    HostFunction(
      "func gradient(at input: Tensor, in function: (Tensor) throws -> Tensor) rethrows -> Tensor",
      """
      The derivative of a function's result, a single number, in its input. Nest it for higher \
      derivatives: `gradient(at: x) { x in gradient(at: x) { x in x * x * x } }`.
      """
    ) { call in
      let function = try CellFunction(call, at: 1)
      return try Autodiff.gradient(at: try call.argument(0, as: Tensor.self)) { x in
        try function([x.cellValue])
      }
    },
    HostFunction(
      """
      func gradient(at inputs: [Tensor], in function: ([Tensor]) throws -> Tensor) rethrows \
      -> [Tensor]
      """, "The derivatives of a function's result in each of its inputs."
    ) { call in
      let function = try CellFunction(call, at: 1)
      return try Autodiff.gradient(at: try call.argument(0, as: [Tensor].self)) { inputs in
        try function([inputs.cellValue])
      }
    },
    HostFunction(
      """
      func gradient(at first: Tensor, _ second: Tensor, \
      in function: (Tensor, Tensor) throws -> Tensor) rethrows -> (Tensor, Tensor)
      """, "The derivatives of a function's result in each of its inputs."
    ) { call in
      let function = try CellFunction(call, at: 2)
      let result = try Autodiff.gradient(
        at: try call.argument(0, as: Tensor.self), try call.argument(1, as: Tensor.self)
      ) { first, second in try function([first.cellValue, second.cellValue]) }
      return Value.tuple([(nil, result.0.cellValue), (nil, result.1.cellValue)])
    },
    HostFunction(
      """
      func gradient(at first: Tensor, _ second: Tensor, _ third: Tensor, \
      in function: (Tensor, Tensor, Tensor) throws -> Tensor) rethrows -> (Tensor, Tensor, Tensor)
      """, "The derivatives of a function's result in each of its inputs."
    ) { call in
      let function = try CellFunction(call, at: 3)
      let result = try Autodiff.gradient(
        at: try call.argument(0, as: Tensor.self), try call.argument(1, as: Tensor.self),
        try call.argument(2, as: Tensor.self)
      ) { first, second, third in
        try function([first.cellValue, second.cellValue, third.cellValue])
      }
      return Value.tuple([
        (nil, result.0.cellValue), (nil, result.1.cellValue), (nil, result.2.cellValue),
      ])
    },
    HostFunction(
      """
      func valueWithGradient(at input: Tensor, in function: (Tensor) throws -> Tensor) rethrows \
      -> (value: Tensor, gradient: Tensor)
      """, "A function's result and its derivative."
    ) { call in
      let function = try CellFunction(call, at: 1)
      let result = try Autodiff.valueWithGradient(at: try call.argument(0, as: Tensor.self)) { x in
        try function([x.cellValue])
      }
      return Value.tuple([
        ("value", result.value.cellValue), ("gradient", result.gradient.cellValue),
      ])
    },
    HostFunction(
      """
      func valueWithGradient(at inputs: [Tensor], in function: ([Tensor]) throws -> Tensor) \
      rethrows -> (value: Tensor, gradient: [Tensor])
      """, "A function's result and its derivatives in each of its inputs."
    ) { call in
      let function = try CellFunction(call, at: 1)
      let result = try Autodiff.valueWithGradient(
        at: try call.argument(0, as: [Tensor].self)
      ) { inputs in try function([inputs.cellValue]) }
      return Value.tuple([
        ("value", result.value.cellValue), ("gradient", result.gradient.cellValue),
      ])
    },
  ]

/// A function of a cell that makes one number of tensors.
private struct CellFunction {
  private let context: HostContext
  private let function: Value

  /// The function that is an argument of a call.
  init(_ call: HostCall, at index: Int) throws {
    context = call.context
    function = try call.argument(index)
  }

  /// Calls it; a result of another shape cannot be differentiated and is an error here, where the
  /// library would trap.
  func callAsFunction(_ arguments: [Value]) throws -> Tensor {
    let result = try context.call(function, arguments).convert(to: Tensor.self)
    guard result.elementCount == 1 else { throw ShapeError.notScalar(result.shape) }
    return result
  }
}
