internal import CellSyntax

/// What callers must know of a function: its types, in terms of its generic parameters.
struct Signature: Sendable {
  struct Parameter: Sendable {
    var label: String?
    var name: String
    /// The type of one argument; for a variadic parameter, of each.
    var type: Type
    var defaultValue: Expression?
    var isVariadic = false
    var isInout = false
    var isAutoclosure = false
    /// Whether an autoclosure says that it throws.
    var isThrowing = false

    /// The type that the function's body sees.
    var innerType: Type { isVariadic ? .array(type) : type }
  }

  /// The function's own generic parameters, with those that `some P` parameters stand for.
  var generics: [GenericParameter] = []
  var parameters: [Parameter] = []
  var result: Type = .void
  var isThrowing = false
  /// The type of error in `throws(E)`.
  var thrown: Type?
  var requirements: [Requirement] = []
  /// Where the body's names are looked up.
  var context: LexicalContext?

  /// The type of the function as a value.
  var functionType: FunctionType {
    FunctionType(
      parameters: parameters.map { .init(type: $0.innerType, isInout: $0.isInout) },
      result: result, isThrowing: isThrowing)
  }
}

/// What generic arguments must fulfil.
enum Requirement: Hashable, Sendable {
  case conformance(Type, Nominal)
  case superclass(Type, Type)
  case same(Type, Type)
}

/// Types for generic parameters.
typealias Substitution = [GenericParameter: Type]

/// A function with the types that stand for its generic parameters: one thing to compile.
struct FunctionReference: Hashable {
  var symbol: FunctionSymbol
  var substitution: Substitution
}
