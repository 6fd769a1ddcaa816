/// A number that can stand on an axis.
public protocol Plottable {
  /// The number as a coordinate.
  var plotCoordinate: Double { get }
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
