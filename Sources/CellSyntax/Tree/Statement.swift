/// A statement as written.
package final class Statement: Sendable {
  package indirect enum Kind: Sendable {
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

  package let kind: Kind
  package let range: SourceRange

  package init(_ kind: Kind, _ range: SourceRange) {
    self.kind = kind
    self.range = range
  }
}

/// One condition of `if`, `guard` or `while`.
package enum Condition: Sendable {
  case expression(Expression)
  /// `let x = y`; the pattern is that of the unwrapped value.
  case unwrap(Pattern, TypeNode?, Expression, SourceRange)
  /// `case pattern = value`
  case match(Pattern, Expression)
}

/// `if`, as a statement or an expression.
package final class IfStatement: Sendable {
  package let label: String?
  package let conditions: [Condition]
  package let body: [Statement]
  package let otherwise: [Statement]?
  package let range: SourceRange

  package init(
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
package final class SwitchStatement: Sendable {
  package struct Case: Sendable {
    /// Empty for `default`.
    package var patterns: [(pattern: Pattern, condition: Expression?)]
    package var isDefault: Bool
    package var body: [Statement]
    package var range: SourceRange

    package init(
      patterns: [(pattern: Pattern, condition: Expression?)], isDefault: Bool, body: [Statement],
      range: SourceRange
    ) {
      self.patterns = patterns
      self.isDefault = isDefault
      self.body = body
      self.range = range
    }
  }

  package let label: String?
  package let subject: Expression
  package let cases: [Case]
  package let range: SourceRange

  package init(label: String?, subject: Expression, cases: [Case], range: SourceRange) {
    self.label = label
    self.subject = subject
    self.cases = cases
    self.range = range
  }
}

/// `for pattern in sequence where condition { … }`
package final class ForStatement: Sendable {
  package let label: String?
  package let pattern: Pattern
  package let type: TypeNode?
  package let sequence: Expression
  package let condition: Expression?
  package let body: [Statement]

  package init(
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
package struct CatchClause: Sendable {
  package var patterns: [(pattern: Pattern, condition: Expression?)]
  package var body: [Statement]

  package init(patterns: [(pattern: Pattern, condition: Expression?)], body: [Statement]) {
    self.patterns = patterns
    self.body = body
  }
}

/// A pattern as written.
package final class Pattern: Sendable {
  package enum Kind: Sendable {
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

  package let kind: Kind
  package let range: SourceRange

  package init(_ kind: Kind, _ range: SourceRange) {
    self.kind = kind
    self.range = range
  }
}
