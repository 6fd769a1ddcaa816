internal import CellChecking

/// A host type as cells see it: its name, its members and what it conforms to.
public struct HostType: Sendable {
  /// The name in cells.
  public let name: String
  /// What the type is, for the help.
  public let documentation: String
  /// The standard protocols that it conforms to, such as `Equatable`, `Hashable` and `Comparable`.
  public let conformances: [String]
  /// The Swift type.
  let type: any HostValue.Type
  /// Initialisers, methods, properties, subscripts, operators and static members.
  public let members: [HostFunction]
  /// What lists by topic file it under: `Training`.
  public var topic = ""

  /// A type, named `T.cellTypeName`, with its members; see ``HostLibrary`` for how they are declared.
  public init<T: HostValue>(
    _ type: T.Type, _ documentation: String, conformances: [String] = [], members: [HostFunction]
  ) {
    name = T.cellTypeName
    self.type = type
    self.documentation = documentation
    self.conformances = conformances
    self.members = members
  }
}
