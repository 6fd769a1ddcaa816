/// A function, initialiser, property, subscript or operator implemented outside the cell language.
///
/// See ``HostLibrary`` for examples of each.
public struct HostFunction: Sendable {
  /// What runs when the function is called.
  public typealias Body = @Sendable (inout HostCall) throws -> Value

  /// The Swift declaration without a body: `func zeros(_ shape: Int...) -> Tensor`.
  public let declaration: String
  /// What it does, in Markdown, for the help.
  public let documentation: String
  let body: Body
  let setter: Body?

  /// A function that returns a value.
  public init<Result: CellConvertible>(
    _ declaration: String, _ documentation: String,
    body: @escaping @Sendable (inout HostCall) throws -> Result
  ) {
    self.declaration = declaration
    self.documentation = documentation
    self.body = { try body(&$0).cellValue }
    setter = nil
  }

  /// A function that returns nothing.
  public init(
    _ declaration: String, _ documentation: String,
    body: @escaping @Sendable (inout HostCall) throws -> Void
  ) {
    self.declaration = declaration
    self.documentation = documentation
    self.body = {
      try body(&$0)
      return .void
    }
    setter = nil
  }

  /// A settable property or subscript; `set` finds the new value in ``HostCall/newValue`` and assigns
  /// the changed owner to ``HostCall/receiver``.
  public init<Result: CellConvertible>(
    _ declaration: String, _ documentation: String,
    get: @escaping @Sendable (inout HostCall) throws -> Result,
    set: @escaping @Sendable (inout HostCall) throws -> Void
  ) {
    self.declaration = declaration
    self.documentation = documentation
    body = { try get(&$0).cellValue }
    setter = {
      try set(&$0)
      return .void
    }
  }
}
