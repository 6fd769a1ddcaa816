/// A statement as written.
final class Statement: Sendable {
  indirect enum Kind: Sendable {
    case expression(Expression)
    case declaration(Declaration)
    case conditional(IfStatement)
    case choice(SwitchStatement)
    case guarding([Condition], [Statement])
    case whileLoop(label: String?, [Condition], [Statement])
    case repeatLoop(label: String?, [Statement], Expression)
    case forLoop(ForStatement)
    case returning(Expression?)
    case breaking(String?)
    case continuing(String?)
    case fallingThrough
    case throwing(Expression)
    case deferring([Statement])
    case doing(label: String?, [Statement], [CatchClause])
    case error
  }

  let kind: Kind
  let range: SourceRange

  init(_ kind: Kind, _ range: SourceRange) {
    self.kind = kind
    self.range = range
  }
}

/// One condition of `if`, `guard` or `while`.
enum Condition: Sendable {
  case expression(Expression)
  /// `let x = y`; the pattern is that of the unwrapped value.
  case unwrap(Pattern, TypeNode?, Expression, SourceRange)
  /// `case pattern = value`
  case match(Pattern, Expression)
}

/// `if`, as a statement or an expression.
final class IfStatement: Sendable {
  let label: String?
  let conditions: [Condition]
  let body: [Statement]
  let otherwise: [Statement]?
  let range: SourceRange

  init(
    label: String?, conditions: [Condition], body: [Statement], otherwise: [Statement]?,
    range: SourceRange
  ) {
    self.label = label
    self.conditions = conditions
    self.body = body
    self.otherwise = otherwise
    self.range = range
  }
}

/// `switch`, as a statement or an expression.
final class SwitchStatement: Sendable {
  struct Case: Sendable {
    /// Empty for `default`.
    var patterns: [(pattern: Pattern, condition: Expression?)]
    var isDefault: Bool
    var body: [Statement]
    var range: SourceRange
  }

  let label: String?
  let subject: Expression
  let cases: [Case]
  let range: SourceRange

  init(label: String?, subject: Expression, cases: [Case], range: SourceRange) {
    self.label = label
    self.subject = subject
    self.cases = cases
    self.range = range
  }
}

/// `for pattern in sequence where condition { … }`
final class ForStatement: Sendable {
  let label: String?
  let pattern: Pattern
  let type: TypeNode?
  let sequence: Expression
  let condition: Expression?
  let body: [Statement]

  init(
    label: String?, pattern: Pattern, type: TypeNode?, sequence: Expression,
    condition: Expression?, body: [Statement]
  ) {
    self.label = label
    self.pattern = pattern
    self.type = type
    self.sequence = sequence
    self.condition = condition
    self.body = body
  }
}

/// `catch pattern where condition { … }`
struct CatchClause: Sendable {
  var patterns: [(pattern: Pattern, condition: Expression?)]
  var body: [Statement]
}

/// A pattern as written.
final class Pattern: Sendable {
  enum Kind: Sendable {
    case wildcard
    case binding(String, isVariable: Bool)
    case typed(Pattern, TypeNode)
    case tuple([(label: String?, pattern: Pattern)])
    /// `.circle(let r)`, `Shape.circle`: the base is `nil` for the short form.
    case enumCase(Expression?, String, [(label: String?, pattern: Pattern)]?)
    /// `let x?`
    case optional(Pattern)
    /// `is T`
    case isType(TypeNode)
    /// `let x as T`
    case cast(Pattern, TypeNode)
    /// A value to compare with by `~=`.
    case expression(Expression)
    case error
  }

  let kind: Kind
  let range: SourceRange

  init(_ kind: Kind, _ range: SourceRange) {
    self.kind = kind
    self.range = range
  }
}
