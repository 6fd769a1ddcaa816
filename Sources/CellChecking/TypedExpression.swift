package import CellSyntax

/// A checked expression: every name resolved, every conversion explicit. Lowering reads it once the types
/// of the whole function are known.
package final class TypedExpression {
  /// A value that is known whatever its type makes of it.
  package enum Constant {
    case integer(Int)
    case floating(Double)
    case string(String)
    /// What a host's constant is.
    case host(ConstantSymbol)
  }

  package enum Kind {
    case integer(UInt64, isNegative: Bool)
    case floating(Double)
    case boolean(Bool)
    case string(String)
    case none
    case unit
    case interpolation([TypedExpression])
    case array([TypedExpression])
    case dictionary([(key: TypedExpression, value: TypedExpression)])
    case set([TypedExpression])
    case tuple([TypedExpression])
    case variable(VariableSymbol)
    case constant(Constant)
    /// A closure, or a local function.
    case closure(TypedFunction)
    /// A function of the program as a value; with a receiver, bound to it.
    case function(FunctionReference, receiver: TypedExpression?)
    case call(Callee, [TypedArgument])
    /// A stored property of a struct; an element of a tuple.
    case field(TypedExpression, Int)
    case tupleElement(TypedExpression, Int)
    /// A stored property of an instance.
    case instanceField(TypedExpression, Int)
    /// A static stored property.
    case staticField(PropertySymbol, Type, initial: FunctionReference?)
    /// A lazy property: its place, the function that makes its first value, and the owner.
    case lazyField(TypedExpression, FunctionReference, TypedExpression)
    /// A property or subscript with accessors, and the arguments of the subscript.
    case computed(AccessorUse, [TypedArgument])
    /// An element of an array, by index.
    case element(TypedExpression, TypedExpression)
    /// A value of a dictionary, by key; optional.
    case dictionaryValue(TypedExpression, TypedExpression)
    /// The same with a default.
    case dictionaryDefault(TypedExpression, TypedExpression, TypedExpression)
    case operation(Operation, [TypedExpression])
    case and(TypedExpression, TypedExpression)
    case or(TypedExpression, TypedExpression)
    case coalesce(TypedExpression, TypedExpression)
    /// `??` with an optional on the right too.
    case coalesceOptional(TypedExpression, TypedExpression)
    case isNil(TypedExpression, negated: Bool)
    /// A range of any bound.
    case range(TypedExpression, TypedExpression, isClosed: Bool)
    case ternary(TypedExpression, TypedExpression, TypedExpression)
    case force(TypedExpression)
    case unwrapInChain(TypedExpression)
    /// In a failable initialiser: fails when the optional is `nil`.
    case forceOrFail(TypedExpression)
    /// The whole of a chain; wraps its value in an optional unless it is one already.
    case chain(TypedExpression, wraps: Bool)
    case wrap(TypedExpression)
    /// An instance held weakly.
    case weaken(TypedExpression)
    /// What a weak reference refers to: an optional, or the instance itself.
    case strengthen(TypedExpression)
    case erase(TypedExpression)
    /// A class instance as its superclass, a function as one of more general type: no work.
    case reinterpret(TypedExpression)
    /// Elements of an array (or the value of an optional) converted one by one.
    case convertEach(TypedExpression, TypedFunction)
    case isType(TypedExpression, Type)
    case cast(TypedExpression, Type, forced: Bool)
    case assignment(TypedExpression, TypedExpression)
    /// `place op= value` for scalars, strings and arrays.
    case compound(Operation, TypedExpression, TypedExpression)
    case attemptOptional(TypedExpression, wraps: Bool)
    case attemptForced(TypedExpression)
    case conditional(TypedIf)
    case choice(TypedSwitch)
    case metatype(Type)
    case dynamicType(TypedExpression)
    case structure([TypedExpression])
    /// A new instance with the initial values of its properties; others are set by its initialiser.
    case instance([(index: Int, value: TypedExpression)])
    /// A new instance of the class that a value is the type of.
    case instanceOfType(TypedExpression)
    case enumeration(Int, [TypedExpression])
    /// Values bound in order, then a result: for arguments used more than once.
    case sequence([TypedStatement], TypedExpression)
    case discard
    case error
  }

  package var kind: Kind
  package var type: Type
  package let range: SourceRange
  /// Where messages about it point when that is not its beginning: an operator, a member's name.
  var anchor: SourceRange?
  /// Where messages about it point.
  package var place: SourceRange { anchor ?? range }
  /// The value of a variable declared as `T!`, or the forcing of one that nobody wrote.
  package var isImplicit = false

  package init(_ kind: Kind, _ type: Type, _ range: SourceRange) {
    self.kind = kind
    self.type = type
    self.range = range
  }
}

/// An argument; `inout` ones are places.
package struct TypedArgument {
  package var value: TypedExpression
  package var isInout = false

  package init(value: TypedExpression, isInout: Bool = false) {
    self.value = value
    self.isInout = isInout
  }
}

/// What is called.
package enum Callee {
  /// A function known now.
  case function(FunctionReference)
  /// A requirement or overridable method, found by the type of the first argument when it runs.
  case dynamic(FunctionSymbol, Substitution)
  /// A static function of a class or protocol, found by the type that the expression answers.
  case ofType(FunctionSymbol, Substitution, TypedExpression)
  /// A function value.
  case value(TypedExpression)
}

/// A property or subscript read and written through functions.
package struct AccessorUse {
  package var getter: Callee
  package var setter: Callee?
  /// The value whose property it is; `nil` for a static one.
  package var receiver: TypedExpression?
  /// Whether values of the receiver's type are references.
  package var isReference: Bool
  package var isMutatingGetter = false
}
