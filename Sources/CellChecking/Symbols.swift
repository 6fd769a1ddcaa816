package import CellSyntax

/// What a name outside of any type stands for.
package enum Symbol: Sendable {
  case variable(VariableSymbol)
  case function(FunctionSymbol)
  case type(Nominal)
  case alias(AliasSymbol)
  case constant(ConstantSymbol)
}

/// A variable, constant or parameter of a cell or a function.
package final class VariableSymbol: @unchecked Sendable {
  // Changed only while the cell or function that declares it is checked and lowered, by one thread.

  package enum Storage {
    /// In the frame of the function that declares it.
    case local
    /// In the cell's own storage, by its number among the scalars or the values.
    case global(Int)
  }

  package let name: String
  package let range: SourceRange
  package var isLet: Bool
  package var type: Type
  package var storage = Storage.local
  /// The function that declares it; `nil` at the top level of a cell.
  package weak var owner: FunctionScope?
  /// Whether a closure uses it.
  package var isCaptured = false
  /// Whether it is given its value in its declaration.
  package var hasInitialValue = true
  /// Whether checking has passed its declaration.
  package var isDeclared = true
  /// Whether it never came to be: the statement that declares it did not finish.
  package var isLost = false
  var isMutated = false
  /// Whether a loop adds to the text, or the array, that it is.
  package var growsInLoop = false
  var isRead = false
  /// Where the cell starts to be able to use it, for messages.
  var isWeak = false
  /// A local function that captures: its variable is filled before the code that uses it runs.
  package var isFunction = false
  /// What callers of a local function must know.
  package var signature: Signature?
  /// A computed variable, and the local functions that compute it.
  package var isComputed = false
  var localGetter: String?
  var localSetter: String?
  /// Declared as `T!`: forced where its value is used.
  package var isImplicit = false
  /// Where its changes go when it ends: an `inout` parameter.
  package var isInout = false
  package var getter: FunctionSymbol?
  package var setter: FunctionSymbol?
  /// What its declaration says about it.
  package var documentation = ""

  package init(_ name: String, _ type: Type, isLet: Bool, range: SourceRange, owner: FunctionScope?)
  {
    self.name = name
    self.type = type
    self.isLet = isLet
    self.range = range
    self.owner = owner
  }

  /// Whether it lives in a box that closures share.
  package var isBoxed: Bool { isCaptured && (!isLet || !hasInitialValue || isFunction) }
}

/// A function, method, initialiser, operator or accessor.
package final class FunctionSymbol: Hashable, Sendable {
  package let name: String
  package let declaration: FunctionDeclaration
  package let context: LexicalContext
  /// The type whose member it is.
  package let owner: Nominal?
  package let isStatic: Bool
  /// What implements it when it has no body.
  package let native: (any NativeDeclaration)?
  /// What the compiler knows it as, where it is a function of the library that it knows.
  package let intrinsic: Intrinsic?
  package let host: HostImplementation?

  package init(
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

  package static func == (lhs: FunctionSymbol, rhs: FunctionSymbol) -> Bool { lhs === rhs }
  package func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }

  package var isInitializer: Bool {
    if case .initializer = declaration.kind { true } else { false }
  }

  /// Whether it is a requirement of a protocol, to be implemented by each type.
  package var isRequirement: Bool {
    owner?.kind == .protocol && declaration.body == nil && native == nil && !context.isExtension
  }

  var isMutating: Bool {
    !isStatic && owner?.kind != .class && declaration.modifiers.contains(.isMutating)
  }
}

/// A property of a type.
package final class PropertySymbol: Hashable, Sendable {
  package let name: String
  package let isLet: Bool
  package let isStatic: Bool
  package let owner: Nominal
  package let context: LexicalContext
  package let declaration: VariableDeclaration
  /// Which of the bindings of the declaration.
  package let binding: Int
  package let getter: FunctionSymbol?
  package let setter: FunctionSymbol?
  package let willSet: FunctionSymbol?
  package let didSet: FunctionSymbol?

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

  package static func == (lhs: PropertySymbol, rhs: PropertySymbol) -> Bool { lhs === rhs }
  package func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }

  package var isStored: Bool { getter == nil }
  package var isLazy: Bool { declaration.modifiers.contains(.isLazy) }
  var isWeak: Bool { declaration.modifiers.contains(.isWeak) }
  package var node: VariableDeclaration.Binding { declaration.bindings[binding] }

  /// Whether it is a requirement of a protocol.
  package var isRequirement: Bool { getter?.isRequirement ?? false }
}

/// A subscript of a type.
package final class SubscriptSymbol: Sendable {
  package let declaration: SubscriptDeclaration
  package let isStatic: Bool
  package let getter: FunctionSymbol
  package let setter: FunctionSymbol?

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
package final class EnumCaseSymbol: Sendable {
  package let name: String
  package let owner: Nominal
  package let index: Int
  package let declaration: EnumCaseDeclaration
  package let context: LexicalContext

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
package final class AliasSymbol: Sendable {
  package let declaration: AliasDeclaration
  package let parameters: [GenericParameter]
  package let context: LexicalContext

  package init(_ declaration: AliasDeclaration, context: LexicalContext) {
    self.declaration = declaration
    parameters = declaration.generics.parameters.map { GenericParameter($0.name) }
    self.context = context
  }
}

/// A constant of the host library.
package final class ConstantSymbol: Sendable {
  package let constant: any HostConstantDeclaration
  package let name: String
  package let type: TypeNode
  package let context: LexicalContext

  package init(
    _ constant: any HostConstantDeclaration, name: String, type: TypeNode, context: LexicalContext
  ) {
    self.constant = constant
    self.name = name
    self.type = type
    self.context = context
  }
}

/// A member of a type.
package enum Member: Sendable {
  case function(FunctionSymbol)
  case property(PropertySymbol)
  case `subscript`(SubscriptSymbol)
  case enumCase(EnumCaseSymbol)
  case type(Nominal)
  case alias(AliasSymbol)
  case associatedType(AssociatedTypeDeclaration)

  /// Whether the member belongs to the type itself and not to its values.
  package var isStatic: Bool {
    switch self {
    case .function(let symbol): symbol.isStatic || symbol.isInitializer
    case .property(let symbol): symbol.isStatic
    case .subscript(let symbol): symbol.isStatic
    case .enumCase, .type, .alias, .associatedType: true
    }
  }
}
