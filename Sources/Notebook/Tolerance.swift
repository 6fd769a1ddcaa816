/// How far what a cell shows may be from what it showed in an earlier run.
public enum Tolerance: Sendable, Equatable, CustomStringConvertible {
  /// Numbers by so great a part of the larger one, and so great a part of a picture's pixels.
  case part(Double)
  /// All that counts is how the cell ended: what it shows is measured, and another each time.
  case any

  /// How far numbers may be apart where a cell does not say: what processors of different kinds make of
  /// the same sums differs in the last digits.
  public static let standard = part(1e-3)

  /// The tolerance that an option line spells: a number from 0 on, or `any`; nil for another text.
  init?(_ text: String) {
    if text == "any" {
      self = .any
    } else if let part = Double(text), part >= 0, part.isFinite {
      self = .part(part)
    } else {
      return nil
    }
  }

  /// The tolerance as an option line spells it.
  public var description: String {
    switch self {
    case .part(let part): "\(part)"
    case .any: "any"
    }
  }
}
