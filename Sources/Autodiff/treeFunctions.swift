// `map` and `zipMap` as functions of the trees.

/// Returns a tree with each tensor replaced by what `transform` makes of it.
public func map<Parameters: ParameterTree, Failure: Error>(
  _ parameters: Parameters, _ transform: (Tensor) throws(Failure) -> Tensor
) throws(Failure) -> Parameters {
  try parameters.map(transform)
}

/// Returns a tree with each tensor combined with the one in its place in another: a step of gradient
/// descent is `zipMap(parameters, gradients) { $0 - rate * $1 }`.
public func zipMap<Parameters: ParameterTree, Failure: Error>(
  _ first: Parameters, _ second: Parameters,
  _ transform: (Tensor, Tensor) throws(Failure) -> Tensor
) throws(Failure) -> Parameters {
  try first.zipMap(second, transform)
}

/// Returns a tree with each tensor combined with those in its place in two others: with learned rates,
/// `zipMap(parameters, gradients, rates) { $0 - $2 * $1 }`.
public func zipMap<Parameters: ParameterTree, Failure: Error>(
  _ first: Parameters, _ second: Parameters, _ third: Parameters,
  _ transform: (Tensor, Tensor, Tensor) throws(Failure) -> Tensor
) throws(Failure) -> Parameters {
  try first.zipMap(second, third, transform)
}
