public import Autodiff
public import FusedMAML

extension GradientClipping {
  /// Returns a gradient that is not larger than this says.
  public func clipped<Gradient: ParameterTree>(_ gradient: Gradient) -> Gradient {
    switch self {
    case .globalNorm(let limit): gradient.clipped(toGlobalNorm: limit)
    case .value(let limit): gradient.clipped(toValue: limit)
    }
  }

  /// Throws unless the limit is a number above 0 that a float can be.
  public func validate() throws(OptimizerError) {
    guard Float(limit).isFinite, Float(limit) > 0 else {
      throw .setting(name: "the limit of a gradient", value: "\(limit)")
    }
  }
}
