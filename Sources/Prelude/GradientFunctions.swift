internal import Autodiff
internal import CellLanguage
internal import Tensors

/// `gradient(at:in:)` and `valueWithGradient(at:in:)`, as cells see them: of functions of one to
/// three tensors, and of an array of tensors.
let gradientFunctions: [HostFunction] = [
  HostFunction(
    "func gradient(at input: Tensor, in function: (Tensor) throws -> Tensor) rethrows -> Tensor",
    """
    The derivative of a function's result, a single number, in its input. Nest it for higher \
    derivatives: `gradient(at: x) { x in gradient(at: x) { x in x * x * x } }`.
    """
  ) { (input: Tensor, function: HostClosure) in
    try Autodiff.gradient(at: input) { x in try number(function(x)) }
  },
  HostFunction(
    """
    func gradient(at inputs: [Tensor], in function: ([Tensor]) throws -> Tensor) rethrows \
    -> [Tensor]
    """, "The derivatives of a function's result in each of its inputs."
  ) { (inputs: [Tensor], function: HostClosure) in
    try Autodiff.gradient(at: inputs) { inputs in try number(function(inputs)) }
  },
  HostFunction(
    """
    func gradient(at first: Tensor, _ second: Tensor, \
    in function: (Tensor, Tensor) throws -> Tensor) rethrows -> (Tensor, Tensor)
    """, "The derivatives of a function's result in each of its inputs."
  ) { (first: Tensor, second: Tensor, function: HostClosure) in
    let result = try Autodiff.gradient(at: first, second) { first, second in
      try number(function(first, second))
    }
    return Value.tuple([(nil, result.0.cellValue), (nil, result.1.cellValue)])
  },
  HostFunction(
    """
    func gradient(at first: Tensor, _ second: Tensor, _ third: Tensor, \
    in function: (Tensor, Tensor, Tensor) throws -> Tensor) rethrows -> (Tensor, Tensor, Tensor)
    """, "The derivatives of a function's result in each of its inputs."
  ) { (first: Tensor, second: Tensor, third: Tensor, function: HostClosure) in
    let result = try Autodiff.gradient(at: first, second, third) { first, second, third in
      try number(function(first, second, third))
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
  ) { (input: Tensor, function: HostClosure) in
    let result = try Autodiff.valueWithGradient(at: input) { x in try number(function(x)) }
    return Value.tuple([
      ("value", result.value.cellValue), ("gradient", result.gradient.cellValue),
    ])
  },
  HostFunction(
    """
    func valueWithGradient(at inputs: [Tensor], in function: ([Tensor]) throws -> Tensor) \
    rethrows -> (value: Tensor, gradient: [Tensor])
    """, "A function's result and its derivatives in each of its inputs."
  ) { (inputs: [Tensor], function: HostClosure) in
    let result = try Autodiff.valueWithGradient(at: inputs) { inputs in
      try number(function(inputs))
    }
    return Value.tuple([
      ("value", result.value.cellValue), ("gradient", result.gradient.cellValue),
    ])
  },
]

/// Returns a tensor that is a single number: what is to be differentiated, and of another shape would
/// stop the library.
private func number(_ tensor: Tensor) throws(ShapeError) -> Tensor {
  guard tensor.elementCount == 1 else { throw .notScalar(tensor.shape) }
  return tensor
}
