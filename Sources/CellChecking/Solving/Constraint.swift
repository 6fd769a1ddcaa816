internal import CellSyntax

/// What must hold between the types of an expression.
enum Constraint {
  /// Two types are the same.
  case equal(Type, Type)
  /// A value of the first type can stand where one of the second is wanted.
  case convert(Type, Type)
  case conforms(Type, Nominal)
  case superclass(Type, Type)
  /// Values of the type can be compared by `==`, or else by `<`.
  case comparable(Type, isEquality: Bool)
  /// The first is an optional of the second: `x!`, `x?` in a chain.
  case optional(Type, wrapped: Type)
  /// The second is the first, made optional where it is not: `a?.b`, `try? f()`.
  case chain(Type, Type)
  /// `a ?? b`, with the expression that `a` is.
  case coalesce(Type, Type, Type, Expression)
  /// The type may be what its values are wanted as, though there is a narrower one.
  case mayBeWider(Type)
  case nilLiteral(Type)
  case booleanLiteral(Type)
  /// The second is the first, or what that wraps where only this will do: a variable declared as `T!`.
  case forcedIfNeeded(Type, Type)
  case arrayLiteral(Type, element: Type)
  case dictionaryLiteral(Type, key: Type, value: Type)
  /// A member that is read: of a value, or of the type that a metatype is of.
  case member(Type, Name, Type)
  case call(Call)
  /// An operator between operands, with the type of its result.
  case operation(OperatorCall)
  case closure(ClosureUse)
  /// An `if` or a `switch` with a value.
  case branches(BranchingUse)
  case keyPath(KeyPathUse)
  /// `+` as a function.
  case operatorFunction(OperatorUse, Type)
  /// The function that a name means, as a value; the node is known where the name stands alone.
  case reference([Candidate], Type, node: Expression?)
  /// `.name`, the first of a chain: its base is what the chain, of the type `end`, is wanted as.
  case implicitBase(end: Type, base: Type)
  /// `.name` as a value of what the base is.
  case implicitMember(base: Type, Name, Type)
}

/// A call, or a subscript.
struct Call {
  indirect enum Callee {
    /// The functions that the name means.
    case candidates([Fitting])
    /// A value.
    case value(Type)
    /// A member of a value of a type, or of the type where it is a metatype.
    case member(Type, Name)
    /// A static member of a type that is not known yet: `.name(…)`.
    case implicit(Type, Name)
    case `subscript`(Type)
  }

  /// A function whose parameters the arguments have been distributed over.
  struct Fitting {
    var candidate: Candidate
    var signature: Signature
    var match: ArgumentMatch
  }

  let node: Expression
  let arguments: [Argument]
  /// The types of the arguments; those of closures are known late.
  let types: [Type]
  let result: Type
  var callee: Callee
}

/// An operator between one or two operands.
struct OperatorCall {
  let node: Expression
  let name: OperatorUse
  let arguments: [Argument]
  let types: [Type]
  let result: Type
  /// What cells and the types of the operands declare; nil until these are known.
  var candidates: [Call.Fitting]?
}

/// A closure whose body is looked at when its parameters are known.
struct ClosureUse {
  let node: Expression
  let closure: ClosureExpression
  let type: Type
  /// Where it stands: names in it are looked up from there.
  let scope: FunctionScope
}

/// An `if` or a `switch` whose branches are looked at each for itself.
struct BranchingUse {
  let node: Expression
  let type: Type
  /// Where it stands: names in it are looked up from there.
  let scope: FunctionScope
}

/// A key path whose root may come from where it is used.
struct KeyPathUse {
  let root: Type?
  let components: [KeyPathComponent]
  let type: Type
  let scope: FunctionScope
  let range: SourceRange
}
