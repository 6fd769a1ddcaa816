/// Why trees of tensors cannot be used together, or at all.
public enum ParameterTreeError: Error, Equatable {
  /// There is no tensor in it.
  case noTensors(type: String)
  /// One tree has a tensor where another has none.
  case otherNames(Int, Int, firstDifference: String)
}

extension ParameterTreeError: CustomStringConvertible {
  /// The error in words.
  public var description: String {
    switch self {
    case .noTensors(let type):
      "there is no tensor in this value of type '\(type)', so nothing to differentiate or to change"
    case .otherNames(let first, let second, let name) where first == second:
      "the trees hold different tensors: only one of them has '\(name)'"
    case .otherNames(let first, let second, let name):
      "the trees hold different tensors, \(first) and \(second): only one of them has '\(name)'"
    }
  }
}

extension ParameterTree {
  /// Throws unless another tree has tensors in the same places.
  public func requireSamePlaces(as other: some ParameterTree) throws(ParameterTreeError) {
    let (names, others) = (namedParameters.map(\.name), other.namedParameters.map(\.name))
    guard names != others else { return }
    let difference = Set(names).symmetricDifference(others).min() ?? ""
    throw .otherNames(names.count, others.count, firstDifference: difference)
  }
}
