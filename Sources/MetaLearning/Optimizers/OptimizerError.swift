public import Autodiff

/// Why an optimizer cannot take a step.
public enum OptimizerError: Error, Equatable {
  /// A setting is outside what it can be.
  case setting(name: String, value: String)
  /// The gradient is of another tree.
  case places(ParameterTreeError)
  /// A slope is of another shape than its parameter.
  case shape(name: String, parameter: [Int], gradient: [Int])
  /// The steps before were of other parameters.
  case otherParameters(expected: Int, found: Int)
}

extension OptimizerError: CustomStringConvertible {
  /// The error in words.
  public var description: String {
    switch self {
    case .setting(let name, let value): "\(name) cannot be \(value)"
    case .places(let error): "the gradient does not belong to the parameters: \(error)"
    case .shape(let name, let parameter, let gradient):
      "the gradient\(name.isEmpty ? "" : " in '\(name)'") is of shape \(gradient), but the "
        + "parameter of shape \(parameter)"
    case .otherParameters(let expected, let found) where expected == found:
      "this optimizer has stepped parameters of other shapes; each tree of parameters takes an "
        + "optimizer of its own"
    case .otherParameters(let expected, let found):
      "this optimizer has stepped other parameters (\(expected) tensors, not \(found)); each tree "
        + "of parameters takes an optimizer of its own"
    }
  }
}

// MARK: - Checking settings

/// Throws unless a setting is a number of at least 0 that a float can be.
func requireAmount(_ value: Double, _ name: String) throws(OptimizerError) {
  guard Float(value).isFinite, value >= 0 else { throw .setting(name: name, value: "\(value)") }
}

/// Throws unless a setting is a share: at least 0, and below 1, also as a float.
func requireShare(_ value: Double, _ name: String) throws(OptimizerError) {
  guard value >= 0, Float(value) < 1 else { throw .setting(name: name, value: "\(value)") }
}
