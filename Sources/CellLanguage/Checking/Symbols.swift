internal import CellSyntax

/// What a name outside of any type stands for.
enum Symbol: Sendable {
  case variable(VariableSymbol)
  case function(FunctionSymbol)
  case type(Nominal)
  case alias(AliasSymbol)
  case constant(ConstantSymbol)
}

/// A variable, constant or parameter of a cell or a function.
final class VariableSymbol: @unchecked Sendable {
  // Changed only while the cell or function that declares it is checked and lowered, by one thread.

  enum Storage {
    /// In the frame of the function that declares it.
    case local
    /// In the cell's own storage, by its number among the scalars or the values.
    case global(Int)
  }

  let name: String
  let range: SourceRange
  var isLet: Bool
  var type: Type
  var storage = Storage.local
  /// The function that declares it; `nil` at the top level of a cell.
  weak var owner: FunctionScope?
  /// Whether a closure uses it.
  var isCaptured = false
  /// Whether it is given its value in its declaration.
  var hasInitialValue = true
  /// Whether checking has passed its declaration.
  var isDeclared = true
  /// Whether it never came to be: the statement that declares it did not finish.
  var isLost = false
  var isMutated = false
  /// Whether a loop adds to the text, or the array, that it is.
  var growsInLoop = false
  var isRead = false
  /// Where the cell starts to be able to use it, for messages.
  var isWeak = false
  /// A local function that captures: its variable is filled before the code that uses it runs.
  var isFunction = false
  /// What callers of a local function must know.
  var signature: Signature?
  /// A computed variable, and the local functions that compute it.
  var isComputed = false
  var localGetter: String?
  var localSetter: String?
  /// Declared as `T!`: forced where its value is used.
  var isImplicit = false
  /// Where its changes go when it ends: an `inout` parameter.
  var isInout = false
  var getter: FunctionSymbol?
  var setter: FunctionSymbol?
  /// What its declaration says about it.
  var documentation = ""

  init(_ name: String, _ type: Type, isLet: Bool, range: SourceRange, owner: FunctionScope?) {
    self.name = name
    self.type = type
    self.isLet = isLet
    self.range = range
    self.owner = owner
  }

  /// Whether it lives in a box that closures share.
  var isBoxed: Bool { isCaptured && (!isLet || !hasInitialValue || isFunction) }
}

/// A function, method, initialiser, operator or accessor.
final class FunctionSymbol: Hashable, Sendable {
  let name: String
  let declaration: FunctionDeclaration
  let context: LexicalContext
  /// The type whose member it is.
  let owner: Nominal?
  let isStatic: Bool
  /// What implements it when it has no body.
  let native: (any NativeDeclaration)?
  /// What the compiler knows it as, where it is a function of the library that it knows.
  let intrinsic: Intrinsic?
  let host: HostImplementation?

  init(
    _ name: String, _ declaration: FunctionDeclaration, context: LexicalContext,
    owner: Nominal? = nil, isStatic: Bool = false, native: (any NativeDeclaration)? = nil,
    intrinsic: Intrinsic? = nil, host: HostImplementation? = nil
  ) {
    self.name = name
    self.declaration = declaration
    self.context = context
    self.owner = owner
    self.isStatic = isStatic
    self.native = native
    self.intrinsic = native?.intrinsic ?? intrinsic
    self.host = host
  }

  static func == (lhs: FunctionSymbol, rhs: FunctionSymbol) -> Bool { lhs === rhs }
  func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }

  var isInitializer: Bool { if case .initializer = declaration.kind { true } else { false } }

  /// Whether it is a requirement of a protocol, to be implemented by each type.
  var isRequirement: Bool {
    owner?.kind == .protocol && declaration.body == nil && native == nil && !context.isExtension
  }

  var isMutating: Bool {
    !isStatic && owner?.kind != .class && declaration.modifiers.contains(.isMutating)
  }
}

/// A property of a type.
final class PropertySymbol: Hashable, Sendable {
  let name: String
  let isLet: Bool
  let isStatic: Bool
  let owner: Nominal
  let context: LexicalContext
  let declaration: VariableDeclaration
  /// Which of the bindings of the declaration.
  let binding: Int
  let getter: FunctionSymbol?
  let setter: FunctionSymbol?
  let willSet: FunctionSymbol?
  let didSet: FunctionSymbol?

  init(
    _ name: String, isLet: Bool, isStatic: Bool, owner: Nominal, context: LexicalContext,
    declaration: VariableDeclaration, binding: Int, getter: FunctionSymbol?,
    setter: FunctionSymbol?, willSet: FunctionSymbol? = nil, didSet: FunctionSymbol? = nil
  ) {
    self.name = name
    self.isLet = isLet
    self.isStatic = isStatic
    self.owner = owner
    self.context = context
    self.declaration = declaration
    self.binding = binding
    self.getter = getter
    self.setter = setter
    self.willSet = willSet
    self.didSet = didSet
  }

  static func == (lhs: PropertySymbol, rhs: PropertySymbol) -> Bool { lhs === rhs }
  func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }

  var isStored: Bool { getter == nil }
  var isLazy: Bool { declaration.modifiers.contains(.isLazy) }
  var isWeak: Bool { declaration.modifiers.contains(.isWeak) }
  var node: VariableDeclaration.Binding { declaration.bindings[binding] }

  /// Whether it is a requirement of a protocol.
  var isRequirement: Bool { getter?.isRequirement ?? false }
}

/// A subscript of a type.
final class SubscriptSymbol: Sendable {
  let declaration: SubscriptDeclaration
  let isStatic: Bool
  let getter: FunctionSymbol
  let setter: FunctionSymbol?

  init(
    _ declaration: SubscriptDeclaration, isStatic: Bool, getter: FunctionSymbol,
    setter: FunctionSymbol?
  ) {
    self.declaration = declaration
    self.isStatic = isStatic
    self.getter = getter
    self.setter = setter
  }
}

/// A case of an enumeration.
final class EnumCaseSymbol: Sendable {
  let name: String
  let owner: Nominal
  let index: Int
  let declaration: EnumCaseDeclaration
  let context: LexicalContext

  init(
    _ declaration: EnumCaseDeclaration, owner: Nominal, index: Int, context: LexicalContext
  ) {
    name = declaration.name
    self.declaration = declaration
    self.owner = owner
    self.index = index
    self.context = context
  }
}

/// A `typealias`.
final class AliasSymbol: Sendable {
  let declaration: AliasDeclaration
  let parameters: [GenericParameter]
  let context: LexicalContext

  init(_ declaration: AliasDeclaration, context: LexicalContext) {
    self.declaration = declaration
    parameters = declaration.generics.parameters.map { GenericParameter($0.name) }
    self.context = context
  }
}

/// A constant of the host library.
final class ConstantSymbol: Sendable {
  let constant: any HostConstantDeclaration
  let name: String
  let type: TypeNode
  let context: LexicalContext

  init(
    _ constant: any HostConstantDeclaration, name: String, type: TypeNode, context: LexicalContext
  ) {
    self.constant = constant
    self.name = name
    self.type = type
    self.context = context
  }
}

/// A member of a type.
enum Member: Sendable {
  case function(FunctionSymbol)
  case property(PropertySymbol)
  case `subscript`(SubscriptSymbol)
  case enumCase(EnumCaseSymbol)
  case type(Nominal)
  case alias(AliasSymbol)
  case associatedType(AssociatedTypeDeclaration)

  /// Whether the member belongs to the type itself and not to its values.
  var isStatic: Bool {
    switch self {
    case .function(let symbol): symbol.isStatic || symbol.isInitializer
    case .property(let symbol): symbol.isStatic
    case .subscript(let symbol): symbol.isStatic
    case .enumCase, .type, .alias, .associatedType: true
    }
  }
}
