public import Images

/// One character of an alphabet with all its drawings.
public struct DrawnCharacter: Sendable, Equatable {
  /// The alphabet and the character, such as `Latin/character01`.
  public let name: String
  /// The drawings, each by another hand.
  public let drawings: ImageBatch
}

extension DrawnCharacter: CustomStringConvertible {
  /// A short description, such as `Latin/character01, 20 drawings`.
  public var description: String { "\(name), \(drawings.count) drawings" }
}
