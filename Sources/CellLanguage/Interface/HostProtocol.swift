/// A protocol that types of cells and of the library conform to, with what it lets all of them do.
///
///     HostProtocol(
///       "protocol ParameterTree: _ConformsByElements {}", "What holds tensors.",
///       members: [
///         HostFunction("var parameterCount: Int", "The number of numbers.") { (tree: Tree) in … }
///       ],
///       extensions: "extension Array: ParameterTree where Element: ParameterTree {}")
///
/// The receiver of a member is whatever conforms. A protocol that inherits from `_ConformsByElements`
/// is one that tuples conform to when all of their elements do.
public struct HostProtocol: Sendable {
  /// The Swift declaration with its requirements.
  public let declaration: String
  /// What it is, for the help.
  public let documentation: String
  /// What every type that conforms has.
  public let members: [HostFunction]
  /// Conformances of the language's own types, in the cell language.
  public let extensions: String

  /// A protocol with the members that it gives.
  public init(
    _ declaration: String, _ documentation: String, members: [HostFunction] = [],
    extensions: String = ""
  ) {
    self.declaration = declaration
    self.documentation = documentation
    self.members = members
    self.extensions = extensions
  }

  /// Its name.
  public var name: String {
    let words = declaration.split { !$0.isLetter && !$0.isNumber && $0 != "_" }
    return words.count > 1 ? String(words[1]) : declaration
  }

  /// What lists by topic file it under: that of its members.
  public var topic: String { members.first?.topic ?? "" }

  /// The same with its members under a topic.
  public func filed(under topic: String) -> HostProtocol {
    HostProtocol(
      declaration, documentation, members: members.filed(under: topic), extensions: extensions)
  }
}
