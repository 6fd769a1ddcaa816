/// A declaration as written.
enum Declaration: Sendable {
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
final class VariableDeclaration: Sendable {
  struct Binding: Sendable {
    var pattern: Pattern
    var type: TypeNode?
    var initializer: Expression?
    var accessors: Accessors?
  }

  let isLet: Bool
  let modifiers: Modifiers
  let bindings: [Binding]
  let documentation: String
  let range: SourceRange

  init(
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
struct Modifiers: OptionSet, Sendable {
  let rawValue: Int
  static let isStatic = Modifiers(rawValue: 1)
  static let isMutating = Modifiers(rawValue: 2)
  static let isOverride = Modifiers(rawValue: 4)
  static let isLazy = Modifiers(rawValue: 8)
  static let isWeak = Modifiers(rawValue: 16)
  static let isConvenience = Modifiers(rawValue: 32)
  static let isIndirect = Modifiers(rawValue: 64)
  static let isFinal = Modifiers(rawValue: 128)
  static let isPrivate = Modifiers(rawValue: 256)
  static let isDiscardable = Modifiers(rawValue: 512)
  static let isRequired = Modifiers(rawValue: 1024)
  static let isPrivateSet = Modifiers(rawValue: 2048)
  static let isPrefix = Modifiers(rawValue: 8192)
  static let isPostfix = Modifiers(rawValue: 16384)
  /// Throws only what its function arguments throw.
  static let isRethrowing = Modifiers(rawValue: 4096)
}

/// What a property or subscript does when read and written.
struct Accessors: Sendable {
  var getter: FunctionDeclaration?
  var setter: FunctionDeclaration?
  var willSet: FunctionDeclaration?
  var didSet: FunctionDeclaration?
  /// In a protocol or a library: `{ get set }`.
  var isSettableRequirement = false

  /// Whether the property is stored and only watched.
  var isObserver: Bool { (willSet ?? didSet) != nil }
}

/// A parameter of a function.
struct ParameterNode: Sendable {
  /// What callers write; `nil` for `_`.
  var label: String?
  var name: String
  var type: TypeNode
  var defaultValue: Expression?
  var isVariadic: Bool
  var isInout: Bool
  var isAutoclosure: Bool
  var range: SourceRange
}

/// `<T: P>` and `where`.
struct GenericClause: Sendable {
  enum Requirement: Sendable {
    case conformance(TypeNode, TypeNode)
    case same(TypeNode, TypeNode)
  }

  var parameters: [(name: String, constraint: TypeNode?)] = []
  var requirements: [Requirement] = []
  /// For a protocol: the associated types that may be written behind its name.
  var primaryTypes: [String] = []

  static let none = GenericClause()
}

/// A function, method, initialiser, deinitialiser, operator or accessor.
final class FunctionDeclaration: Sendable {
  enum Kind: Sendable {
    case function
    case initializer(isFailable: Bool)
    case deinitializer
    case getter, setter, willSet, didSet
  }

  let kind: Kind
  let name: String
  let modifiers: Modifiers
  let generics: GenericClause
  let parameters: [ParameterNode]
  let result: TypeNode?
  let isThrowing: Bool
  /// The type of error in `throws(E)`.
  let thrown: TypeNode?
  /// `nil` for a requirement and for what the library implements natively.
  let body: [Statement]?
  let documentation: String
  /// Where the declaration stands without its body, for help.
  let signature: SourceRange
  /// The brace that ends the body.
  let end: SourceRange?
  let range: SourceRange

  init(
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
  var shownName: String {
    parameters.isEmpty || parameters.contains { $0.label != nil } || name == "init"
      ? fullName : name
  }

  /// The name with labels: `insert(_:at:)`.
  var fullName: String {
    "\(name)(\(parameters.map { "\($0.label ?? "_"):" }.joined()))"
  }
}

/// A subscript.
final class SubscriptDeclaration: Sendable {
  let modifiers: Modifiers
  let generics: GenericClause
  let parameters: [ParameterNode]
  let result: TypeNode
  let accessors: Accessors
  let documentation: String
  let signature: SourceRange
  let range: SourceRange

  init(
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
final class TypeDeclaration: Sendable {
  let kind: Nominal.Kind
  let name: String
  let modifiers: Modifiers
  let generics: GenericClause
  let inheritance: [TypeNode]
  let members: [Declaration]
  let documentation: String
  let range: SourceRange

  init(
    kind: Nominal.Kind, name: String, modifiers: Modifiers, generics: GenericClause,
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
final class ExtensionDeclaration: Sendable {
  let type: TypeNode
  let inheritance: [TypeNode]
  let generics: GenericClause
  let members: [Declaration]
  let range: SourceRange

  init(
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
struct AliasDeclaration: Sendable {
  var name: String
  var generics: GenericClause
  var type: TypeNode
  var range: SourceRange
}

/// `associatedtype Element: P = Default`
struct AssociatedTypeDeclaration: Sendable {
  var name: String
  var constraints: [TypeNode]
  var defaultType: TypeNode?
}

/// One case of an enumeration.
struct EnumCaseDeclaration: Sendable {
  var name: String
  var parameters: [ParameterNode]
  var hasPayload: Bool
  var rawValue: Expression?
  var documentation = ""
  var range: SourceRange
}
