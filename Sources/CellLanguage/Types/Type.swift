/// A type of the cell language.
///
/// Types are values: `[Int]` is `nominal(.array, [.int])`. A generic declaration speaks of `parameter`s;
/// using it substitutes concrete types, and only concrete types reach the machine. While an expression
/// is being checked, `variable`s stand for what is not known yet.
indirect enum Type: Hashable, Sendable {
  /// A struct, enum, class or host type with its generic arguments.
  case nominal(Nominal, [Type])
  /// Two or more elements, or none: `Void`.
  case tuple([TupleElement])
  /// A function.
  case function(FunctionType)
  /// `any P & Q`; `Any` when empty.
  case existential([Nominal])
  /// The type of a type.
  case metatype(Type)
  /// A generic parameter, or `Self` of a protocol, inside its declaration.
  case parameter(GenericParameter)
  /// An associated type of a type not known yet: `T.Element`.
  case member(Type, String)
  /// A type to be found while checking.
  case variable(TypeVariable)
  /// A host type by its name, in a value that host code made.
  case unresolved(String)
  /// The type of wrong source; agrees with every type, so that one mistake gives one message.
  case error
}

/// One element of a tuple type.
struct TupleElement: Hashable, Sendable {
  var label: String?
  var type: Type
}

/// The type of a function value.
struct FunctionType: Hashable, Sendable {
  /// A parameter; function types have no labels.
  struct Parameter: Hashable, Sendable {
    var type: Type
    var isInout = false
  }

  var parameters: [Parameter]
  var result: Type
  var isThrowing = false
  /// Whether it may be called on several threads at once: `@Sendable`.
  var isConcurrent = false

  // Whether it throws, or is called concurrently, is not part of what makes two function types agree.
  static func == (lhs: Self, rhs: Self) -> Bool {
    lhs.parameters == rhs.parameters && lhs.result == rhs.result
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(parameters)
    hasher.combine(result)
  }
}

/// A generic parameter; its identity, not its name, makes it.
final class GenericParameter: Hashable, Sendable {
  let name: String

  init(_ name: String) { self.name = name }

  static func == (lhs: GenericParameter, rhs: GenericParameter) -> Bool { lhs === rhs }
  func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}

// MARK: - The everyday types

extension Type {
  static let int = Type.nominal(.int, [])
  static let double = Type.nominal(.double, [])
  static let float = Type.nominal(.float, [])
  static let bool = Type.nominal(.bool, [])
  static let string = Type.nominal(.string, [])
  static let character = Type.nominal(.character, [])
  static let void = Type.tuple([])
  static let never = Type.nominal(.never, [])
  static let any = Type.existential([])

  static func array(_ element: Type) -> Type { .nominal(.array, [element]) }
  static func set(_ element: Type) -> Type { .nominal(.set, [element]) }
  static func optional(_ wrapped: Type) -> Type { .nominal(.optional, [wrapped]) }
  static func dictionary(_ key: Type, _ value: Type) -> Type {
    .nominal(.dictionary, [key, value])
  }
  static func range(_ bound: Type) -> Type { .nominal(.range, [bound]) }
  static func named(_ name: String) -> Type {
    Nominal.standard[name].map { .nominal($0, []) } ?? .unresolved(name)
  }
  static func host(_ name: String) -> Type { .unresolved(name) }

  var isVoid: Bool { if case .tuple(let elements) = self { elements.isEmpty } else { false } }
  var isNever: Bool { nominal === Nominal.never }
  var isError: Bool { if case .error = self { true } else { false } }
  var isOptional: Bool { nominal === Nominal.optional }

  /// The declaration of a nominal type.
  var nominal: Nominal? { if case .nominal(let nominal, _) = self { nominal } else { nil } }

  /// The generic arguments of a nominal type.
  var arguments: [Type] { if case .nominal(_, let arguments) = self { arguments } else { [] } }

  /// `Wrapped` of an optional.
  var optionalWrapped: Type? { argument(of: .optional) }

  /// `Element` of an array.
  var arrayElement: Type? { argument(of: .array) }

  /// `Element` of a set.
  var setElement: Type? { argument(of: .set) }

  /// `Key` and `Value` of a dictionary.
  var dictionaryTypes: (key: Type, value: Type)? {
    guard case .nominal(.dictionary, let arguments) = self, arguments.count == 2 else { return nil }
    return (arguments[0], arguments[1])
  }

  private func argument(of wanted: Nominal) -> Type? {
    guard case .nominal(let nominal, let arguments) = self, nominal === wanted else { return nil }
    return arguments.first
  }
}
