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
  /// `weak` and `unowned`: does not keep its instance alive.
  package static let isWeak = Modifiers(rawValue: 16)
  /// `unowned` alone.
  package static let isUnowned = Modifiers(rawValue: 65536)
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

  /// Whether what is declared is an optional without being said to be one.
  package var makesOptional: Bool { contains(.isWeak) && !contains(.isUnowned) }
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
