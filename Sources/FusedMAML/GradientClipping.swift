/// How large a gradient may be; a larger one is made smaller before it is followed.
public enum GradientClipping: Sendable, Hashable {
  /// The Euclidean norm of all its numbers as one vector is at most so much, its direction stays.
  case globalNorm(Double)
  /// Each of its numbers is at most so far from 0.
  case value(Double)

  /// The largest norm or number.
  public var limit: Double {
    switch self {
    case .globalNorm(let limit), .value(let limit): limit
    }
  }
}

extension GradientClipping: CustomStringConvertible {
  /// The clipping as one writes it, such as `globalNorm(1.0)`.
  public var description: String {
    switch self {
    case .globalNorm(let limit): "globalNorm(\(limit))"
    case .value(let limit): "value(\(limit))"
    }
  }
}

extension GradientClipping: LosslessStringConvertible {
  /// Reads what ``description`` says.
  public init?(_ description: String) {
    let parts = description.split(separator: "(", maxSplits: 1)
    guard parts.count == 2, parts[1].last == ")", let limit = Double(parts[1].dropLast()) else {
      return nil
    }
    switch parts[0] {
    case "globalNorm": self = .globalNorm(limit)
    case "value": self = .value(limit)
    default: return nil
    }
  }
}
