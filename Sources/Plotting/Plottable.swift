/// A number that can stand on an axis.
public protocol Plottable {
  /// The number as a coordinate.
  var plotCoordinate: Double { get }
}

/// Returns numbers as coordinates.
///
/// With a closure: through a key path twenty million numbers take five seconds.
func coordinates<Number: Plottable>(of numbers: [Number]) -> [Double] {
  if let doubles = numbers as? [Double] { return doubles }
  return numbers.map { $0.plotCoordinate }
}

extension Double: Plottable {
  /// The number itself.
  public var plotCoordinate: Double { self }
}

extension Float: Plottable {
  /// The number, widened.
  public var plotCoordinate: Double { Double(self) }
}

extension Int: Plottable {
  /// The nearest `Double`.
  public var plotCoordinate: Double { Double(self) }
}
