package import CellSyntax

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
