/// A declaration as written.
package enum Declaration: Sendable {
  case variable(VariableDeclaration)
  case function(FunctionDeclaration)
  case `subscript`(SubscriptDeclaration)
  case type(TypeDeclaration)
  case `extension`(ExtensionDeclaration)
  case alias(AliasDeclaration)
  case associatedType(AssociatedTypeDeclaration)
  case cases([EnumCaseDeclaration])
  /// `import`, operator and precedence declarations, which the reader has dealt with.
  case nothing
}

/// `let` or `var` with one or more bindings.
package final class VariableDeclaration: Sendable {
  package struct Binding: Sendable {
    package var pattern: Pattern
    package var type: TypeNode?
    package var initializer: Expression?
    package var accessors: Accessors?

    package init(pattern: Pattern, type: TypeNode?, initializer: Expression?, accessors: Accessors?)
    {
      self.pattern = pattern
      self.type = type
      self.initializer = initializer
      self.accessors = accessors
    }
  }

  package let isLet: Bool
  package let modifiers: Modifiers
  package let bindings: [Binding]
  package let documentation: String
  package let range: SourceRange

  package init(
    isLet: Bool, modifiers: Modifiers, bindings: [Binding], documentation: String,
    range: SourceRange
  ) {
    self.isLet = isLet
    self.modifiers = modifiers
    self.bindings = bindings
    self.documentation = documentation
    self.range = range
  }
}

/// The words before a declaration that matter to us.
package struct Modifiers: OptionSet, Sendable {
  package let rawValue: Int

  package init(rawValue: Int) { self.rawValue = rawValue }

  package static let isStatic = Modifiers(rawValue: 1)
  package static let isMutating = Modifiers(rawValue: 2)
  package static let isOverride = Modifiers(rawValue: 4)
  package static let isLazy = Modifiers(rawValue: 8)
  package static let isWeak = Modifiers(rawValue: 16)
  package static let isConvenience = Modifiers(rawValue: 32)
  package static let isIndirect = Modifiers(rawValue: 64)
  package static let isFinal = Modifiers(rawValue: 128)
  package static let isPrivate = Modifiers(rawValue: 256)
  package static let isDiscardable = Modifiers(rawValue: 512)
  package static let isRequired = Modifiers(rawValue: 1024)
  package static let isPrivateSet = Modifiers(rawValue: 2048)
  package static let isPrefix = Modifiers(rawValue: 8192)
  package static let isPostfix = Modifiers(rawValue: 16384)
  /// Stands back behind other overloads: `@_disfavoredOverload`.
  package static let isDisfavored = Modifiers(rawValue: 32768)
  /// Throws only what its function arguments throw.
  package static let isRethrowing = Modifiers(rawValue: 4096)
}

/// What a property or subscript does when read and written.
package struct Accessors: Sendable {
  package var getter: FunctionDeclaration?
  package var setter: FunctionDeclaration?
  package var willSet: FunctionDeclaration?
  package var didSet: FunctionDeclaration?
  /// In a protocol or a library: `{ get set }`.
  package var isSettableRequirement = false

  package init(
    getter: FunctionDeclaration? = nil, setter: FunctionDeclaration? = nil,
    willSet: FunctionDeclaration? = nil, didSet: FunctionDeclaration? = nil,
    isSettableRequirement: Bool = false
  ) {
    self.getter = getter
    self.setter = setter
    self.willSet = willSet
    self.didSet = didSet
    self.isSettableRequirement = isSettableRequirement
  }

  /// Whether the property is stored and only watched.
  package var isObserver: Bool { (willSet ?? didSet) != nil }
}

/// A parameter of a function.
package struct ParameterNode: Sendable {
  /// What callers write; `nil` for `_`.
  package var label: String?
  package var name: String
  package var type: TypeNode
  package var defaultValue: Expression?
  package var isVariadic: Bool
  package var isInout: Bool
  package var isAutoclosure: Bool
  package var range: SourceRange

  package init(
    label: String?, name: String, type: TypeNode, defaultValue: Expression?, isVariadic: Bool,
    isInout: Bool, isAutoclosure: Bool, range: SourceRange
  ) {
    self.label = label
    self.name = name
    self.type = type
    self.defaultValue = defaultValue
    self.isVariadic = isVariadic
    self.isInout = isInout
    self.isAutoclosure = isAutoclosure
    self.range = range
  }
}

/// `<T: P>` and `where`.
package struct GenericClause: Sendable {
  package enum Requirement: Sendable {
    case conformance(TypeNode, TypeNode)
    case same(TypeNode, TypeNode)
  }

  package var parameters: [(name: String, constraint: TypeNode?)] = []
  package var requirements: [Requirement] = []
  /// For a protocol: the associated types that may be written behind its name.
  package var primaryTypes: [String] = []

  package init(
    parameters: [(name: String, constraint: TypeNode?)] = [], requirements: [Requirement] = []
  ) {
    self.parameters = parameters
    self.requirements = requirements
  }

  package static let none = GenericClause()
}

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

/// A struct, enum, class or protocol.
package final class TypeDeclaration: Sendable {
  package enum Kind: String, Sendable {
    case structure = "struct"
    case enumeration = "enum"
    case `class` = "class"
    case `protocol` = "protocol"
    /// A type that is made elsewhere, and that libraries declare for it.
    case host = "host type"
  }

  package let kind: Kind
  package let name: String
  package let modifiers: Modifiers
  package let generics: GenericClause
  package let inheritance: [TypeNode]
  package let members: [Declaration]
  package let documentation: String
  package let range: SourceRange

  package init(
    kind: Kind, name: String, modifiers: Modifiers, generics: GenericClause,
    inheritance: [TypeNode], members: [Declaration], documentation: String, range: SourceRange
  ) {
    self.kind = kind
    self.name = name
    self.modifiers = modifiers
    self.generics = generics
    self.inheritance = inheritance
    self.members = members
    self.documentation = documentation
    self.range = range
  }
}

/// `extension T: P where … { … }`
package final class ExtensionDeclaration: Sendable {
  package let type: TypeNode
  package let inheritance: [TypeNode]
  package let generics: GenericClause
  package let members: [Declaration]
  package let range: SourceRange

  package init(
    type: TypeNode, inheritance: [TypeNode], generics: GenericClause, members: [Declaration],
    range: SourceRange
  ) {
    self.type = type
    self.inheritance = inheritance
    self.generics = generics
    self.members = members
    self.range = range
  }
}

/// `typealias Name<T> = Type`
package struct AliasDeclaration: Sendable {
  package var name: String
  package var generics: GenericClause
  package var type: TypeNode
  package var range: SourceRange

  package init(name: String, generics: GenericClause, type: TypeNode, range: SourceRange) {
    self.name = name
    self.generics = generics
    self.type = type
    self.range = range
  }
}

/// `associatedtype Element: P = Default`
package struct AssociatedTypeDeclaration: Sendable {
  package var name: String
  package var constraints: [TypeNode]
  package var defaultType: TypeNode?

  package init(name: String, constraints: [TypeNode], defaultType: TypeNode?) {
    self.name = name
    self.constraints = constraints
    self.defaultType = defaultType
  }
}

/// One case of an enumeration.
package struct EnumCaseDeclaration: Sendable {
  package var name: String
  package var parameters: [ParameterNode]
  package var hasPayload: Bool
  package var rawValue: Expression?
  package var documentation = ""
  package var range: SourceRange

  package init(
    name: String, parameters: [ParameterNode], hasPayload: Bool, rawValue: Expression?,
    documentation: String = "", range: SourceRange
  ) {
    self.name = name
    self.parameters = parameters
    self.hasPayload = hasPayload
    self.rawValue = rawValue
    self.documentation = documentation
    self.range = range
  }
}
