/// A setting of an algorithm as text: what a checkpoint says about how it was made.
public struct Setting: Sendable, Hashable {
  /// The name of the property.
  public let name: String
  /// The value as text, the same for the same value.
  public let value: String

  /// Creates a setting whose value is described as text.
  public init(_ name: String, _ value: some CustomStringConvertible) {
    self.name = name
    self.value = value.description
  }
}

extension Setting: CustomStringConvertible {
  /// The setting as in a call, such as `innerSteps: 5`.
  public var description: String { "\(name): \(value)" }
}
