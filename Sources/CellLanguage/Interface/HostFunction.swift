internal import CellChecking

/// A function, initialiser, property, subscript or operator implemented outside the cell language.
///
/// The implementation is a Swift function, often the library's own, whose parameter types say how the
/// values of a call are read: the receiver first, where a member of an instance is called, then each
/// argument. See ``HostLibrary`` for examples of each.
public struct HostFunction: Sendable {
  /// What runs when the function is called.
  typealias Body = @Sendable (inout HostCall) throws -> Value

  /// The Swift declaration without a body: `func zeros(_ shape: Int...) -> Tensor`.
  public let declaration: String
  /// What it does, in Markdown, for the help.
  public let documentation: String
  /// What lists by topic file it under: `Training`.
  public var topic = ""
  /// What the implementation reads and returns; the declaration must say the same.
  public var signature: HostSignature { makeSignature() }

  /// The same under another declaration, for arguments of another type that the implementation takes
  /// too.
  public func declared(_ declaration: String) -> HostFunction {
    HostFunction(self, declaration)
  }

  private init(_ other: HostFunction, _ declaration: String) {
    self.declaration = declaration
    documentation = other.documentation
    topic = other.topic
    body = other.body
    setter = other.setter
    makeSignature = other.makeSignature
  }

  let body: Body
  let setter: Body?
  private let makeSignature: @Sendable () -> HostSignature

  /// A function that returns a value.
  public init<each Parameter: HostParameter, Result: CellConvertible, Failure: Error>(
    _ declaration: String, _ documentation: String,
    _ function: @escaping @Sendable (repeat each Parameter) throws(Failure) -> Result
  ) {
    self.declaration = declaration
    self.documentation = documentation
    body = { try function(repeat try (each Parameter).read(from: &$0)).cellValue }
    setter = nil
    makeSignature = { HostSignature(repeat (each Parameter).self, result: Result.cellTypeName) }
  }

  /// A function that returns nothing.
  public init<each Parameter: HostParameter, Failure: Error>(
    _ declaration: String, _ documentation: String,
    _ function: @escaping @Sendable (repeat each Parameter) throws(Failure) -> Void
  ) {
    self.declaration = declaration
    self.documentation = documentation
    body = {
      try function(repeat try (each Parameter).read(from: &$0))
      return .void
    }
    setter = nil
    makeSignature = { HostSignature(repeat (each Parameter).self, result: nil) }
  }

  /// A mutating method or a function whose first parameter is `inout`: what the implementation
  /// returns is assigned to the receiver or the first argument.
  public init<Target: CellConvertible, each Parameter: HostParameter, Failure: Error>(
    assigning declaration: String, _ documentation: String,
    _ function: @escaping @Sendable (Target, repeat each Parameter) throws(Failure) -> Target
  ) {
    self.declaration = declaration
    self.documentation = documentation
    body = { call in
      let target: Target = try call.next()
      let result = try function(target, repeat try (each Parameter).read(from: &call))
      call.assign(result.cellValue)
      return .void
    }
    setter = nil
    makeSignature = {
      HostSignature(Target.self, repeat (each Parameter).self, result: nil)
    }
  }

  /// A mutating method whose first parameter is `inout`: the implementation changes both.
  public init<
    Target: CellConvertible, First: CellConvertible, each Parameter: HostParameter, Failure: Error
  >(
    assigningBoth declaration: String, _ documentation: String,
    _ function:
      @escaping @Sendable (inout Target, inout First, repeat each Parameter)
      throws(Failure) -> Void
  ) {
    self.declaration = declaration
    self.documentation = documentation
    body = { call in
      var target: Target = try call.next()
      var first: First = try call.next()
      try function(&target, &first, repeat try (each Parameter).read(from: &call))
      call.assign(target.cellValue)
      call.assignFirstArgument(first.cellValue)
      return .void
    }
    setter = nil
    makeSignature = {
      HostSignature(Target.self, First.self, repeat (each Parameter).self, result: nil)
    }
  }

  /// A read-only property that is made once for each host value and remembered with it, because
  /// making it costs.
  public init<Owner: CellConvertible, Content: CellConvertible>(
    remembering declaration: String, _ documentation: String,
    _ read: @escaping @Sendable (Owner) throws -> Content
  ) {
    self.declaration = declaration
    self.documentation = documentation
    body = { call in
      let owner: Value = try call.next()
      if let known = owner.remembered(declaration) { return known }
      let content = try read(try owner.convert()).cellValue
      // What was stopped on the way may not be whole.
      if !call.context.interrupt() { owner.remember(content, as: declaration) }
      return content
    }
    setter = nil
    makeSignature = { HostSignature(Owner.self, result: Content.cellTypeName) }
  }

  /// A settable property.
  public init<Owner: CellConvertible, Content: CellConvertible>(
    _ declaration: String, _ documentation: String,
    get: @escaping @Sendable (Owner) throws -> Content,
    set: @escaping @Sendable (inout Owner, Content) throws -> Void
  ) {
    self.declaration = declaration
    self.documentation = documentation
    body = { try get(try $0.next()).cellValue }
    setter = { call in
      var owner: Owner = try call.next()
      try set(&owner, try call.newValue.convert())
      call.assign(owner.cellValue)
      return .void
    }
    makeSignature = { HostSignature(Owner.self, result: Content.cellTypeName) }
  }
}

extension HostFunction: HostDeclaration {
  var hasSetter: Bool { setter != nil }
}

/// What an implementation reads and returns, by the names that types have in cells.
public struct HostSignature: Sendable, Hashable {
  /// The types of the receiver, where there is one, and the arguments.
  public let parameters: [String]
  /// The type of the result; nil where there is none.
  public let result: String?

  init<each Parameter: HostParameter>(
    _ parameter: repeat (each Parameter).Type, result: String?
  ) {
    var names: [String] = []
    repeat names += (each Parameter).cellTypeNames
    parameters = names
    self.result = result
  }
}
