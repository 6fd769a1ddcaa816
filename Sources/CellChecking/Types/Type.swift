/// A type of the cell language.
///
/// Types are values: `[Int]` is `nominal(.array, [.int])`. A generic declaration speaks of `parameter`s;
/// using it substitutes concrete types, and only concrete types reach the machine. While an expression
/// is being checked, `variable`s stand for what is not known yet.
package indirect enum Type: Hashable, Sendable {
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
package struct TupleElement: Hashable, Sendable {
  package var label: String?
  package var type: Type

  package init(label: String? = nil, type: Type) {
    self.label = label
    self.type = type
  }
}

/// The type of a function value.
package struct FunctionType: Hashable, Sendable {
  /// A parameter; function types have no labels.
  package struct Parameter: Hashable, Sendable {
    package var type: Type
    package var isInout = false

    package init(type: Type, isInout: Bool = false) {
      self.type = type
      self.isInout = isInout
    }
  }

  package var parameters: [Parameter]
  package var result: Type
  package var isThrowing = false
  /// Whether it may be called on several threads at once: `@Sendable`.
  var isConcurrent = false

  package init(
    parameters: [Parameter], result: Type, isThrowing: Bool = false, isConcurrent: Bool = false
  ) {
    self.parameters = parameters
    self.result = result
    self.isThrowing = isThrowing
    self.isConcurrent = isConcurrent
  }

  // Whether it throws, or is called concurrently, is not part of what makes two function types agree.
  package static func == (lhs: Self, rhs: Self) -> Bool {
    lhs.parameters == rhs.parameters && lhs.result == rhs.result
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(parameters)
    hasher.combine(result)
  }
}

/// A generic parameter; its identity, not its name, makes it.
package final class GenericParameter: Hashable, Sendable {
  package let name: String

  package init(_ name: String) { self.name = name }

  package static func == (lhs: GenericParameter, rhs: GenericParameter) -> Bool { lhs === rhs }
  package func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}

// MARK: - The everyday types

extension Type {
  package static let int = Type.nominal(.int, [])
  package static let double = Type.nominal(.double, [])
  package static let float = Type.nominal(.float, [])
  package static let bool = Type.nominal(.bool, [])
  package static let string = Type.nominal(.string, [])
  package static let character = Type.nominal(.character, [])
  package static let void = Type.tuple([])
  package static let never = Type.nominal(.never, [])
  package static let any = Type.existential([])

  package static func array(_ element: Type) -> Type { .nominal(.array, [element]) }
  package static func set(_ element: Type) -> Type { .nominal(.set, [element]) }
  package static func optional(_ wrapped: Type) -> Type { .nominal(.optional, [wrapped]) }
  package static func dictionary(_ key: Type, _ value: Type) -> Type {
    .nominal(.dictionary, [key, value])
  }
  package static func range(_ bound: Type) -> Type { .nominal(.range, [bound]) }
  package static func named(_ name: String) -> Type {
    Nominal.standard[name].map { .nominal($0, []) } ?? .unresolved(name)
  }
  package static func host(_ name: String) -> Type { .unresolved(name) }

  package var isVoid: Bool {
    if case .tuple(let elements) = self { elements.isEmpty } else { false }
  }
  var isNever: Bool { nominal === Nominal.never }
  package var isError: Bool { if case .error = self { true } else { false } }
  package var isOptional: Bool { nominal === Nominal.optional }

  /// The declaration of a nominal type.
  package var nominal: Nominal? { if case .nominal(let nominal, _) = self { nominal } else { nil } }

  /// The generic arguments of a nominal type.
  package var arguments: [Type] {
    if case .nominal(_, let arguments) = self { arguments } else { [] }
  }

  /// `Wrapped` of an optional.
  package var optionalWrapped: Type? { argument(of: .optional) }

  /// `Element` of an array.
  package var arrayElement: Type? { argument(of: .array) }

  /// `Element` of a set.
  package var setElement: Type? { argument(of: .set) }

  /// `Key` and `Value` of a dictionary.
  package var dictionaryTypes: (key: Type, value: Type)? {
    guard case .nominal(.dictionary, let arguments) = self, arguments.count == 2 else { return nil }
    return (arguments[0], arguments[1])
  }

  private func argument(of wanted: Nominal) -> Type? {
    guard case .nominal(let nominal, let arguments) = self, nominal === wanted else { return nil }
    return arguments.first
  }
}
