internal import Autodiff
internal import CellLanguage

/// A value of a cell as the tensors that it holds: a tensor, a network, arrays, dictionaries, tuples
/// and structs of such.
///
/// All else that the value holds is carried along, so that a gradient has the type of what it is taken
/// at.
struct CellTree: ParameterTree, HostParameter, CellConvertible {
  /// The value.
  let value: Value

  /// Any type; the declaration says which.
  static var cellTypeName: String { Value.cellTypeName }

  init?(cellValue: Value) { value = cellValue }

  var cellValue: Value { value }

  private init(_ value: Value) { self.value = value }

  /// The value, in which there is no instance of a class.
  static func read(from call: inout HostCall) throws -> CellTree {
    let tree = CellTree(try call.next())
    guard !tree.value.holdsInstances else {
      throw CellTreeError.instance(type: tree.value.typeNameInside)
    }
    return tree
  }

  /// Throws where there is nothing to differentiate in or to change.
  func requireTensors() throws(ParameterTreeError) {
    var isEmpty = true
    _ = mapParameters { _, tensor in
      isEmpty = false
      return tensor
    }
    guard !isEmpty else { throw .noTensors(type: value.typeNameInside) }
  }

  func mapParameters<Failure: Error>(
    _ transform: (String, Tensor) throws(Failure) -> Tensor
  ) throws(Failure) -> CellTree {
    CellTree(
      try value.replacingHosts { (path, host) throws(Failure) in
        guard let tree = host as? any ParameterTree & HostValue else { return host }
        return try replaced(tree, under: path, transform)
      })
  }
}

/// Returns a host value with each of its tensors replaced.
private func replaced<Tree: ParameterTree & HostValue, Failure: Error>(
  _ tree: Tree, under path: String, _ transform: (String, Tensor) throws(Failure) -> Tensor
) throws(Failure) -> any HostValue {
  guard !path.isEmpty else { return try tree.mapParameters(transform) }
  return try tree.mapParameters(under: path, transform)
}

/// Why a value of a cell is no tree of tensors.
enum CellTreeError: Error, CustomStringConvertible {
  /// It holds an instance of a class, which is no value.
  case instance(type: String)

  /// The error in words.
  var description: String {
    switch self {
    case .instance(let type):
      "'\(type)' is or holds an instance of a class, which cannot be copied with other tensors; "
        + "make it a struct"
    }
  }
}

// MARK: - What it lets conforming types do

/// `ParameterTree`, as cells see it.
let parameterTreeProtocol = HostProtocol(
  "protocol ParameterTree: _ConformsByElements {}",
  """
  What holds tensors: what a function can be differentiated in and an optimizer can change. Tensors, \
  networks, arrays, dictionaries with texts as keys, tuples and optionals of such; and one's own \
  structs that say so: `struct Model: ParameterTree { var weights: [Tensor]; var bias: Tensor }`. A \
  cell need not say more; whatever is not a tensor is carried along as it is.
  """,
  members: [
    HostFunction(
      "func map(_ transform: (Tensor) throws -> Tensor) rethrows -> Self",
      "The same structure with each tensor replaced by what the closure makes of it."
    ) { (tree: CellTree, transform: HostClosure) in
      try tree.map { tensor in try transform(tensor) }
    },
    HostFunction(
      "func mapParameters(_ transform: (String, Tensor) throws -> Tensor) rethrows -> Self",
      "The same structure with each tensor replaced by what the closure makes of its name and it."
    ) { (tree: CellTree, transform: HostClosure) in
      try tree.mapParameters { name, tensor in try transform(name, tensor) }
    },
    HostFunction(
      """
      func mapParameters(under prefix: String, \
      _ transform: (String, Tensor) throws -> Tensor) rethrows -> Self
      """, "The same, where names start with a prefix and a point."
    ) { (tree: CellTree, prefix: String, transform: HostClosure) in
      try tree.mapParameters(under: prefix) { name, tensor in try transform(name, tensor) }
    },
    HostFunction(
      "func zipMap(_ other: Self, _ transform: (Tensor, Tensor) throws -> Tensor) rethrows -> Self",
      """
      The same structure with each tensor combined with the one in its place in another: \
      `parameters.zipMap(gradient) { $0 - 0.1 * $1 }`.
      """, zipped),
    HostFunction(
      """
      func zipMap(_ second: Self, _ third: Self, \
      _ transform: (Tensor, Tensor, Tensor) throws -> Tensor) rethrows -> Self
      """,
      """
      The same structure with each tensor combined with those in its place in two others: \
      `parameters.zipMap(gradient, rates) { $0 - $2 * $1 }`.
      """, zippedWithBoth),
    HostFunction("var parameters: [Tensor]", "The tensors, in order.") { (tree: CellTree) in
      tree.parameters
    },
    HostFunction(
      "var namedParameters: [(name: String, tensor: Tensor)]",
      "The tensors, in order, with their names: where they stand, as `layers.0.weights`."
    ) { (tree: CellTree) in
      Value.array(
        tree.namedParameters.map { name, tensor in
          .tuple([("name", name.cellValue), ("tensor", tensor.cellValue)])
        })
    },
    HostFunction("var parameterCount: Int", "The number of numbers in all tensors.") {
      (tree: CellTree) in tree.parameterCount
    },
    HostFunction(
      "var withoutGradients: Self", "The same numbers as constants: no gradient goes through them."
    ) { (tree: CellTree) in tree.withoutGradients },
  ] + clippingMembers,
  extensions: """
    extension Array: ParameterTree where Element: ParameterTree {}
    extension Dictionary: ParameterTree where Key == String, Value: ParameterTree {}
    extension Optional: ParameterTree where Wrapped: ParameterTree {}
    """)

/// `map` and `zipMap` as functions, which tuples of trees have too.
let treeFunctions: [HostFunction] = [
  HostFunction(
    """
    func map<Parameters: ParameterTree>(_ parameters: Parameters, \
    _ transform: (Tensor) throws -> Tensor) rethrows -> Parameters
    """, "A tree with each of its tensors replaced by what the closure makes of it."
  ) { (tree: CellTree, transform: HostClosure) in
    try tree.map { tensor in try transform(tensor) }
  },
  HostFunction(
    """
    func zipMap<Parameters: ParameterTree>(_ first: Parameters, _ second: Parameters, \
    _ transform: (Tensor, Tensor) throws -> Tensor) rethrows -> Parameters
    """,
    """
    A tree with each of its tensors combined with the one in its place in another: a step of gradient \
    descent is `zipMap(parameters, gradients) { $0 - 0.1 * $1 }`.
    """, zipped),
  HostFunction(
    """
    func zipMap<Parameters: ParameterTree>(_ first: Parameters, _ second: Parameters, \
    _ third: Parameters, _ transform: (Tensor, Tensor, Tensor) throws -> Tensor) rethrows \
    -> Parameters
    """,
    """
    A tree with each of its tensors combined with those in its place in two others: with learned \
    rates, `zipMap(parameters, gradients, rates) { $0 - $2 * $1 }`.
    """, zippedWithBoth),
]

private func zipped(
  _ first: CellTree, _ second: CellTree, _ transform: HostClosure
) throws -> CellTree {
  try first.requireSamePlaces(as: second)
  return try first.zipMap(second) { first, second in try transform(first, second) }
}

private func zippedWithBoth(
  _ first: CellTree, _ second: CellTree, _ third: CellTree, _ transform: HostClosure
) throws -> CellTree {
  try first.requireSamePlaces(as: second)
  try first.requireSamePlaces(as: third)
  return try first.zipMap(second, third) { first, second, third in
    try transform(first, second, third)
  }
}
