/// A structure of tensors: what a function can be differentiated in, and what training changes.
///
/// A type conforms by saying how to replace each of its tensors, naming them as it goes; the order
/// is always the same, and the names are those of a checkpoint:
///
///     struct Linear: ParameterTree {
///       var weights, bias: Tensor
///
///       func mapParameters<Failure: Error>(
///         _ transform: (String, Tensor) throws(Failure) -> Tensor
///       ) throws(Failure) -> Linear {
///         Linear(
///           weights: try transform("weight", weights),
///           bias: try transform("bias", bias))
///       }
///     }
///
/// A structure that holds others calls their ``mapParameters(under:_:)``, which puts a name and a
/// point in front. Tensors, arrays, optionals and dictionaries of parameter trees are parameter
/// trees.
public protocol ParameterTree {
  /// Returns the same structure with each tensor replaced by what `transform` makes of it and its
  /// name.
  func mapParameters<Failure: Error>(
    _ transform: (String, Tensor) throws(Failure) -> Tensor
  ) throws(Failure) -> Self
}

extension ParameterTree {
  /// Returns the same structure with each tensor replaced; names start with `prefix` and a point.
  public func mapParameters<Failure: Error>(
    under prefix: String, _ transform: (String, Tensor) throws(Failure) -> Tensor
  ) throws(Failure) -> Self {
    try mapParameters { (name, tensor) throws(Failure) in
      try transform(name.isEmpty ? prefix : "\(prefix).\(name)", tensor)
    }
  }

  /// Returns the same structure with each tensor replaced by what `transform` makes of it.
  public func map<Failure: Error>(
    _ transform: (Tensor) throws(Failure) -> Tensor
  ) throws(Failure) -> Self {
    try mapParameters { (_, tensor) throws(Failure) in try transform(tensor) }
  }

  /// Returns the same structure with each tensor combined with the one that stands in its place in
  /// another: a step of gradient descent is `parameters.zipMap(gradient) { $0 - rate * $1 }`.
  public func zipMap<Failure: Error>(
    _ other: Self, _ transform: (Tensor, Tensor) throws(Failure) -> Tensor
  ) throws(Failure) -> Self {
    var others = other.parameters[...]
    return try map { (tensor) throws(Failure) in
      guard let partner = others.popFirst() else {
        preconditionFailure("both structures hold as many tensors")
      }
      return try transform(tensor, partner)
    }
  }

  /// Returns the same structure with each tensor combined with those in its place in two others: a
  /// step with learned rates is `parameters.zipMap(gradient, rates) { $0 - $2 * $1 }`.
  public func zipMap<Failure: Error>(
    _ second: Self, _ third: Self,
    _ transform: (Tensor, Tensor, Tensor) throws(Failure) -> Tensor
  ) throws(Failure) -> Self {
    var thirds = third.parameters[...]
    return try zipMap(second) { (first, second) throws(Failure) in
      guard let third = thirds.popFirst() else {
        preconditionFailure("all three structures hold as many tensors")
      }
      return try transform(first, second, third)
    }
  }

  /// The tensors, in order.
  public var parameters: [Tensor] { namedParameters.map(\.tensor) }

  /// The tensors with their names, in order.
  public var namedParameters: [(name: String, tensor: Tensor)] {
    var named: [(name: String, tensor: Tensor)] = []
    _ = mapParameters { (name, tensor) in
      named.append((name, tensor))
      return tensor
    }
    return named
  }

  /// The number of numbers in all tensors.
  public var parameterCount: Int { parameters.reduce(0) { $0 + $1.elementCount } }

  /// The same numbers, seen as constants: no gradient of any order goes through them.
  public var withoutGradients: Self { map(\.withoutGradient) }
}

// MARK: - Conformances

extension Tensor: ParameterTree {
  /// Returns what `transform` makes of this tensor, whose name is empty.
  public func mapParameters<Failure: Error>(
    _ transform: (String, Tensor) throws(Failure) -> Tensor
  ) throws(Failure) -> Tensor {
    try transform("", self)
  }
}

extension Array: ParameterTree where Element: ParameterTree {
  /// Returns the array with each tensor replaced; names start with the element's index.
  public func mapParameters<Failure: Error>(
    _ transform: (String, Tensor) throws(Failure) -> Tensor
  ) throws(Failure) -> [Element] {
    var replaced: [Element] = []
    replaced.reserveCapacity(count)
    for (index, element) in enumerated() {
      replaced.append(try element.mapParameters(under: "\(index)", transform))
    }
    return replaced
  }
}

extension Dictionary: ParameterTree where Key == String, Value: ParameterTree {
  /// Returns the dictionary with each tensor replaced, in the order of the sorted keys.
  public func mapParameters<Failure: Error>(
    _ transform: (String, Tensor) throws(Failure) -> Tensor
  ) throws(Failure) -> [String: Value] {
    var replaced: [String: Value] = [:]
    for (key, value) in sorted(by: { $0.key < $1.key }) {
      replaced[key] = try value.mapParameters(under: key, transform)
    }
    return replaced
  }
}

extension Optional: ParameterTree where Wrapped: ParameterTree {
  /// Returns the wrapped structure with each tensor replaced, or nil.
  public func mapParameters<Failure: Error>(
    _ transform: (String, Tensor) throws(Failure) -> Tensor
  ) throws(Failure) -> Wrapped? {
    guard let self else { return nil }
    return try self.mapParameters(transform)
  }
}
