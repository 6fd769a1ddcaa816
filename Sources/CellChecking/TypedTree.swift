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

/// A checked function body.
package final class TypedFunction {
  package var name: String
  package var parameters: [VariableSymbol] = []
  package var captures: [VariableSymbol] = []
  /// What the captured variables are in the function that makes the closure.
  package var body: [TypedStatement] = []
  package var result: Type = .void
  package var isThrowing = false
  package var range: SourceRange
  package let source: SourceText
  /// The variable through which a local function refers to itself.
  package var selfReference: VariableSymbol?
  /// For an initialiser: the variable that it returns.
  package var returnsSelf: VariableSymbol?
  /// Where its value is to be converted before returning.
  var isFailableInit = false

  init(_ name: String, range: SourceRange, source: SourceText) {
    self.name = name
    self.range = range
    self.source = source
  }
}

/// A checked statement.
package struct TypedStatement {
  package indirect enum Kind {
    case expression(TypedExpression)
    /// Declares a variable, with a value or without.
    case variable(VariableSymbol, TypedExpression?)
    /// Binds the parts of a value that a pattern always matches.
    case bind(TypedPattern, TypedExpression)
    case conditional(TypedIf)
    case choice(TypedSwitch)
    case whileLoop(LoopTarget, [TypedCondition], [TypedStatement])
    case repeatLoop(LoopTarget, [TypedStatement], TypedExpression)
    case forLoop(TypedFor)
    /// The end of a statement of the cell's top level: how many are finished here.
    case boundary(Int)
    case returning(TypedExpression?)
    case breaking(LoopTarget)
    case continuing(LoopTarget)
    case fallingThrough
    case throwing(TypedExpression)
    case deferring([TypedStatement])
    case block(LoopTarget?, [TypedStatement])
    /// Several declarations in one statement: their names are for what follows.
    case declarations([TypedStatement])
    case doing(LoopTarget?, [TypedStatement], [TypedCatch], errorType: Type)
    /// Shows a value that asks for it.
    case display(TypedExpression)
    /// Keeps the value of a cell's last expression.
    case result(TypedExpression)
    case nothing
  }

  package var kind: Kind
  package var range: SourceRange
}

/// A loop, switch or labelled block that `break` and `continue` refer to.
package final class LoopTarget {
  package let label: String?
  let isLoop: Bool

  init(label: String?, isLoop: Bool) {
    self.label = label
    self.isLoop = isLoop
  }
}

/// A checked `if` or `guard`.
package final class TypedIf {
  package var conditions: [TypedCondition] = []
  package var body: [TypedStatement] = []
  package var otherwise: [TypedStatement]?
  /// `guard`: what `conditions` bind stays in scope, and `otherwise` leaves.
  package var isGuard = false
  package var target: LoopTarget?
}

/// One checked condition.
package enum TypedCondition {
  case expression(TypedExpression)
  /// Binds the value inside an optional.
  case unwrap(TypedPattern, TypedExpression)
  case match(TypedPattern, TypedExpression)
}

/// A checked `switch`.
package final class TypedSwitch {
  package struct Case {
    package var patterns: [(pattern: TypedPattern, condition: TypedExpression?)]
    package var isDefault: Bool
    package var body: [TypedStatement]
  }

  package let target: LoopTarget
  package let subject: TypedExpression
  package var cases: [Case] = []

  init(target: LoopTarget, subject: TypedExpression) {
    self.target = target
    self.subject = subject
  }
}

/// A checked `for`.
package final class TypedFor {
  package enum Iteration {
    /// Over a range of integers, from, to (without the last).
    case range(TypedExpression, TypedExpression, isClosed: Bool)
    /// Over an array, by index.
    case array(TypedExpression)
    /// By calling `next` of an iterator that the variable holds.
    case iterator(VariableSymbol, TypedExpression, next: TypedExpression)
  }

  package let target: LoopTarget
  package var iteration: Iteration
  package var pattern: TypedPattern
  package var elementType: Type
  package var condition: TypedExpression?
  package var body: [TypedStatement] = []

  init(
    target: LoopTarget, iteration: Iteration, pattern: TypedPattern, elementType: Type,
    condition: TypedExpression?
  ) {
    self.target = target
    self.iteration = iteration
    self.pattern = pattern
    self.elementType = elementType
    self.condition = condition
  }
}

/// A checked `catch`.
package struct TypedCatch {
  package var patterns: [(pattern: TypedPattern, condition: TypedExpression?)]
  package var body: [TypedStatement]
}

/// A checked pattern.
package indirect enum TypedPattern {
  case wildcard
  case binding(VariableSymbol)
  case tuple([TypedPattern])
  /// A case by number with patterns for its payload, empty for any payload.
  case enumCase(Int, [TypedPattern], payloadTypes: [Type])
  case some(TypedPattern, Type)
  case none
  case boolean(Bool)
  case isType(Type, TypedPattern?)
  /// An expression that is true of the value in the variable.
  case test(VariableSymbol, TypedExpression)
  case error
}
