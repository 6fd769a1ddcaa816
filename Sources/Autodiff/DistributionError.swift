/// Why there are no random numbers of a kind.
///
/// ``description`` says it in words.
public enum DistributionError: Error, Equatable, Sendable {
  /// A range that no number is in.
  case emptyRange(Float)
  /// A range that is too wide for its width to be a number.
  case infiniteRange(from: Float, to: Float)
  /// A number that has to be one, and not below zero.
  case notAMagnitude(name: String, Float)
  /// A number that has to be one.
  case notFinite(name: String, Float)
  /// A number that has to be between 0 and 1.
  case notAProbability(name: String, Float)
}

extension DistributionError: CustomStringConvertible {
  /// The error in words: lower-case, no period.
  public var description: String {
    switch self {
    case .emptyRange(let bound):
      "no number can be drawn from the empty range \(bound)..<\(bound)"
    case .infiniteRange(let lower, let upper):
      "no number can be drawn evenly from \(lower)..<\(upper): its width is no finite number"
    case .notAMagnitude(let name, let value):
      "\(name) must be a finite number from 0, got \(value)"
    case .notFinite(let name, let value):
      "\(name) must be a finite number, got \(value)"
    case .notAProbability(let name, let value):
      "\(name) must be from 0 to 1, got \(value)"
    }
  }
}

/// Draws random numbers that the caller vouches for; stops the program where there are none.
func vouchedFor<Result>(_ draw: () throws -> Result) -> Result {
  do {
    return try draw()
  } catch {
    fatalError("\(error)")
  }
}
