/// A name that can be used, for lists and help.
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
    /// A subscript.
    case `subscript`
    /// A type or a protocol.
    case type
    /// A case of an enumeration.
    case enumerationCase
    /// The label of an argument.
    case label
    /// A word of the language.
    case keyword
  }

  /// The name without labels: `reduce`.
  public let name: String
  /// What it stands for.
  public let kind: Kind
  /// Its declaration: `func reduce<R>(_ initial: R, …) -> R`, `let x: Int`; a sample for a word of the
  /// language.
  public let declaration: String
  /// What it does, in Markdown; empty where nothing is written.
  public let documentation: String
  /// What it has to do with, as the lists by topic say: `Training`, `Text`; empty for one's own names.
  public var topic = ""
  /// Whether it was declared by the cells and not by a library.
  public var isOwn = false

  /// The first sentence of the documentation, or its first line.
  public var summary: String {
    let line = documentation.prefix { $0 != "\n" }
    guard let end = line.firstRange(of: ". ") else { return String(line) }
    return String(line[..<end.lowerBound]) + "."
  }
}
