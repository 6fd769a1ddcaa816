/// A name that can be used, for completion and help.
public struct NameSummary: Sendable, Hashable {
  /// What the name stands for.
  public enum Kind: String, Sendable, Hashable {
    /// A `let`.
    case constant
    /// A `var`.
    case variable
    /// A function or a method.
    case function
    /// A property.
    case property
    /// An initialiser.
    case initializer
    /// A type or a protocol.
    case type
    /// A case of an enumeration.
    case enumerationCase
    /// A word of the language.
    case keyword
  }

  /// The name without labels: `reduce`.
  public let name: String
  /// What it stands for.
  public let kind: Kind
  /// Its declaration or type: `func reduce<R>(_ initial: R, …) -> R`, `Int`.
  public let declaration: String
  /// What it does, in Markdown; empty where nothing is written.
  public let documentation: String
}
