/// A function, method, initialiser, deinitialiser, operator or accessor.
package final class FunctionDeclaration: Sendable {
  package enum Kind: Sendable {
    case function
    case initializer(isFailable: Bool)
    case deinitializer
    case getter, setter, willSet, didSet
  }

  package let kind: Kind
  package let name: String
  package let modifiers: Modifiers
  package let generics: GenericClause
  package let parameters: [ParameterNode]
  package let result: TypeNode?
  package let isThrowing: Bool
  /// The type of error in `throws(E)`.
  package let thrown: TypeNode?
  /// `nil` for a requirement and for what the library implements natively.
  package let body: [Statement]?
  package let documentation: String
  /// Where the declaration stands without its body, for help.
  package let signature: SourceRange
  /// The brace that ends the body.
  package let end: SourceRange?
  package let range: SourceRange

  package init(
    kind: Kind, name: String, modifiers: Modifiers = [], generics: GenericClause = .none,
    parameters: [ParameterNode] = [], result: TypeNode? = nil, isThrowing: Bool = false,
    thrown: TypeNode? = nil, body: [Statement]?, documentation: String = "",
    signature: SourceRange = .none, end: SourceRange? = nil, range: SourceRange
  ) {
    self.end = end
    self.kind = kind
    self.name = name
    self.modifiers = modifiers
    self.generics = generics
    self.parameters = parameters
    self.result = result
    self.isThrowing = isThrowing
    self.thrown = thrown
    self.body = body
    self.documentation = documentation
    self.signature = signature
    self.range = range
  }

  /// The name as messages show it: with its labels, where it has some.
  package var shownName: String {
    parameters.isEmpty || parameters.contains { $0.label != nil } || name == "init"
      ? fullName : name
  }

  /// The name with labels: `insert(_:at:)`.
  package var fullName: String {
    "\(name)(\(parameters.map { "\($0.label ?? "_"):" }.joined()))"
  }
}

/// A subscript.
package final class SubscriptDeclaration: Sendable {
  package let modifiers: Modifiers
  package let generics: GenericClause
  package let parameters: [ParameterNode]
  package let result: TypeNode
  package let accessors: Accessors
  package let documentation: String
  package let signature: SourceRange
  package let range: SourceRange

  package init(
    modifiers: Modifiers, generics: GenericClause, parameters: [ParameterNode], result: TypeNode,
    accessors: Accessors, documentation: String, signature: SourceRange, range: SourceRange
  ) {
    self.modifiers = modifiers
    self.generics = generics
    self.parameters = parameters
    self.result = result
    self.accessors = accessors
    self.documentation = documentation
    self.signature = signature
    self.range = range
  }
}
