internal import Autodiff
internal import CellLanguage
internal import Tensors

/// `gradient(at:in:)` and `valueWithGradient(at:in:)`, as cells see them: of functions of whatever
/// holds tensors, one to six of them; the library's take any number.
let gradientFunctions: [HostFunction] =
  of(One.self) + of(Two.self) + of(Three.self) + of(Four.self) + of(Five.self) + of(Six.self)
  + treeFunctions

/// Both functions for as many inputs.
private func of<Arguments: Inputs>(_ arguments: Arguments.Type) -> [HostFunction] {
  let count = arguments.count
  let types =
    count == 1 ? ["Input"] : ["First", "Second", "Third", "Fourth", "Fifth", "Sixth"].prefix(count)
  let inputs = types.enumerated().map { index, type in
    "\(index == 0 ? "at" : "_") \(type.lowercased()): \(type)"
  }
  let list = types.joined(separator: ", ")
  let result = count == 1 ? list : "(\(list))"
  let signature =
    "<\(types.map { "\($0): ParameterTree" }.joined(separator: ", "))>"
    + "(\(inputs.joined(separator: ", ")), in function: (\(list)) throws -> Tensor) rethrows"
  return [
    HostFunction("func gradient\(signature) -> \(result)", documentation(count)) {
      (inputs: Arguments, function: HostClosure) in
      try differentiated(inputs.trees, function).gradient
    },
    HostFunction(
      "func valueWithGradient\(signature) -> (value: Tensor, gradient: \(result))",
      count > 2 ? "" : "A function's result and what `gradient(at:in:)` gives of it."
    ) { (inputs: Arguments, function: HostClosure) in
      let result = try differentiated(inputs.trees, function)
      return Value.tuple([("value", result.value.cellValue), ("gradient", result.gradient)])
    },
  ]
}

/// What `gradient(at:in:)` says of itself; nothing where it is listed with fewer inputs.
private func documentation(_ count: Int) -> String {
  switch count {
  case 1:
    """
    The derivative of a function's result, a single number, in its input: a tensor, a network, an \
    array, dictionary or tuple of such, or a struct that is a `ParameterTree`; it has the type of the \
    input. Nest it for higher derivatives: `gradient(at: x) { x in gradient(at: x) { x in x * x * x } }`.
    """
  case 2: "The derivatives of a function's result in each of its inputs; there may be six."
  default: ""
  }
}

/// Returns a function's result and its derivatives in its inputs, as one value or as a tuple.
private func differentiated(
  _ inputs: [CellTree], _ function: HostClosure
) throws -> (value: Tensor, gradient: Value) {
  for input in inputs { try input.requireTensors() }
  let result = try Autodiff.valueWithGradient(at: inputs) { inputs in
    try number(function(applying: inputs.map(\.value)))
  }
  let gradients = result.gradient.map(\.value)
  guard gradients.count > 1 else { return (result.value, gradients[0]) }
  return (result.value, .tuple(gradients.map { (nil, $0) }))
}

/// Returns a tensor that is a single number: what is to be differentiated, and of another shape would
/// stop the library.
private func number(_ tensor: Tensor) throws(ShapeError) -> Tensor {
  guard tensor.elementCount == 1 else { throw .notScalar(tensor.shape) }
  return tensor
}

// MARK: - Several inputs

/// The inputs of a function to differentiate: as many arguments, one after another.
private protocol Inputs: HostParameter {
  static var count: Int { get }
  var trees: [CellTree] { get }
}

private struct NoInputs: Inputs {
  static var count: Int { 0 }
  static var cellTypeNames: [String] { [] }
  var trees: [CellTree] { [] }
  static func read(from call: inout HostCall) -> NoInputs { NoInputs() }
}

private struct OneMore<Others: Inputs>: Inputs {
  let trees: [CellTree]

  static var count: Int { Others.count + 1 }
  static var cellTypeNames: [String] { Others.cellTypeNames + [CellTree.cellTypeName] }

  static func read(from call: inout HostCall) throws -> OneMore {
    let others = try Others.read(from: &call)
    return OneMore(trees: others.trees + [try CellTree.read(from: &call)])
  }
}

private typealias One = OneMore<NoInputs>
private typealias Two = OneMore<One>
private typealias Three = OneMore<Two>
private typealias Four = OneMore<Three>
private typealias Five = OneMore<Four>
private typealias Six = OneMore<Five>
