internal import Glibc

/// The curve y = amplitude · sin(x − phase): what a sinusoid task asks to be learned.
public struct Sinusoid: Sendable, Equatable {
  /// How far the curve goes up and down.
  public let amplitude: Double
  /// How far the curve is moved to the right.
  public let phase: Double

  /// Creates a curve.
  public init(amplitude: Double, phase: Double) {
    self.amplitude = amplitude
    self.phase = phase
  }

  /// Returns the height of the curve at a place.
  public func callAsFunction(_ x: Double) -> Double { amplitude * sin(x - phase) }
}

extension Sinusoid: CustomStringConvertible {
  /// The curve as a formula, such as `2.50 · sin(x − 0.79)`.
  public var description: String {
    "\(decimal(amplitude, digits: 2)) · sin(x − \(decimal(phase, digits: 2)))"
  }
}
