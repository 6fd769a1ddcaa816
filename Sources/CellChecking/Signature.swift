package import CellSyntax

/// What callers must know of a function: its types, in terms of its generic parameters.
package struct Signature: Sendable {
  package struct Parameter: Sendable {
    package var label: String?
    package var name: String
    /// The type of one argument; for a variadic parameter, of each.
    package var type: Type
    package var defaultValue: Expression?
    package var isVariadic = false
    package var isInout = false
    var isAutoclosure = false
    /// Whether an autoclosure says that it throws.
    package var isThrowing = false

    /// The type that the function's body sees.
    var innerType: Type { isVariadic ? .array(type) : type }
  }

  /// The function's own generic parameters, with those that `some P` parameters stand for.
  package var generics: [GenericParameter] = []
  package var parameters: [Parameter] = []
  package var result: Type = .void
  package var isThrowing = false
  /// The type of error in `throws(E)`.
  package var thrown: Type?
  package var requirements: [Requirement] = []
  /// Where the body's names are looked up.
  package var context: LexicalContext?

  package init() {}

  /// The type of the function as a value.
  var functionType: FunctionType {
    FunctionType(
      parameters: parameters.map { .init(type: $0.innerType, isInout: $0.isInout) },
      result: result, isThrowing: isThrowing)
  }
}

/// What generic arguments must fulfil.
package enum Requirement: Hashable, Sendable {
  case conformance(Type, Nominal)
  case superclass(Type, Type)
  case same(Type, Type)
}

/// Types for generic parameters.
package typealias Substitution = [GenericParameter: Type]

/// A function with the types that stand for its generic parameters: one thing to compile.
package struct FunctionReference: Hashable {
  package var symbol: FunctionSymbol
  package var substitution: Substitution

  package init(symbol: FunctionSymbol, substitution: Substitution) {
    self.symbol = symbol
    self.substitution = substitution
  }
}
