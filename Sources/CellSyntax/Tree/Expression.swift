/// An expression as written, with operators folded: what the checker reads.
///
/// The tree is made once from SwiftSyntax's and keeps nothing of it, so that a generic function can be
/// checked again for other types at little cost.
package final class Expression: Sendable {
  package enum Kind: Sendable {
    /// An integer literal; `nil` when it does not fit 64 bits.
    case integer(UInt64?)
    /// `-n` with a literal `n`.
    case negativeInteger(UInt64)
    case floating(Double)
    case boolean(Bool)
    case nilLiteral
    case string([StringSegment])
    case array([Expression])
    case dictionary([DictionaryPair])
    /// `x`, `f(a:b:)`, `Array<Int>`, `$0`, `self`.
    case name(Name, [TypeNode])
    /// `base.name`; without a base, `.name`.
    case member(Expression?, Name, [TypeNode])
    case call(Expression, [Argument])
    case `subscript`(Expression, [Argument])
    /// `(a, b)`; one element without a label is parentheses and is not kept.
    case tuple([Argument])
    case closure(ClosureExpression)
    case prefix(OperatorUse, Expression)
    case postfix(OperatorUse, Expression)
    case binary(OperatorUse, Expression, Expression)
    case assignment(Expression, Expression)
    case ternary(Expression, Expression, Expression)
    case isType(Expression, TypeNode)
    case cast(Expression, TypeNode, CastKind)
    case attempt(TryKind, Expression)
    /// `x!`
    case force(Expression)
    /// `x?` inside a chain.
    case unwrapInChain(Expression)
    /// The whole of `a?.b.c`: `nil` when a `?` in it meets `nil`.
    case chain(Expression)
    case conditional(IfStatement)
    case choice(SwitchStatement)
    case keyPath(TypeNode?, [KeyPathComponent])
    /// `+` as a function.
    case operatorFunction(OperatorUse)
    /// `&x`
    case inoutArgument(Expression)
    /// A type where a value is expected: `(Int, Int).self`, `Int?.none`.
    case type(TypeNode)
    /// `_` on the left of an assignment.
    case discard
    /// What `#line` and its like stand for.
    case magic(String)
    /// Wrong source that was already reported.
    case error
  }

  package let kind: Kind
  package let range: SourceRange

  package init(_ kind: Kind, _ range: SourceRange) {
    self.kind = kind
    self.range = range
  }

  /// A name alone, as if it were written at a place.
  package static func named(_ name: String, at range: SourceRange) -> Expression {
    Expression(.name(Name(base: name, labels: nil, range: range), []), range)
  }

  /// `base.name`, or `.name` without a base, as if it were written at a place.
  package static func member(
    _ name: String, of base: Expression?, at range: SourceRange
  ) -> Expression {
    Expression(.member(base, Name(base: name, labels: nil, range: range), []), range)
  }
}

/// A part of a string literal.
package enum StringSegment: Sendable {
  case text(String)
  case interpolation([Argument])
}

/// `key: value` in a dictionary literal.
package struct DictionaryPair: Sendable {
  package let key: Expression
  package let value: Expression

  package init(key: Expression, value: Expression) {
    self.key = key
    self.value = value
  }
}

/// A name in use, perhaps with labels: `insert(_:at:)`.
package struct Name: Hashable, Sendable {
  package var base: String
  package var labels: [String?]?
  package var range: SourceRange

  package init(base: String, labels: [String?]?, range: SourceRange) {
    self.base = base
    self.labels = labels
    self.range = range
  }
}

/// An operator in use.
package struct OperatorUse: Hashable, Sendable {
  package var text: String
  package var range: SourceRange

  package init(text: String, range: SourceRange) {
    self.text = text
    self.range = range
  }
}

/// An argument of a call or an element of a tuple.
package struct Argument: Sendable {
  package var label: String?
  package var value: Expression
  package var isTrailingClosure = false

  package init(label: String?, value: Expression, isTrailingClosure: Bool = false) {
    self.label = label
    self.value = value
    self.isTrailingClosure = isTrailingClosure
  }
}

/// `as`, `as?`, `as!`.
package enum CastKind: Sendable { case coerce, conditional, forced }

/// `try`, `try?`, `try!`.
package enum TryKind: Sendable { case propagate, optional, forced }

/// A closure: `{ [x] (a: Int) -> Int in … }`.
package final class ClosureExpression: Sendable {
  package struct Parameter: Sendable {
    package var name: String
    package var type: TypeNode?
    package var isInout: Bool
    package var range: SourceRange

    package init(name: String, type: TypeNode?, isInout: Bool, range: SourceRange) {
      self.name = name
      self.type = type
      self.isInout = isInout
      self.range = range
    }
  }

  package struct Capture: Sendable {
    package var name: String
    package var value: Expression
    package var isWeak: Bool
    package var isUnowned = false

    package init(name: String, value: Expression, isWeak: Bool, isUnowned: Bool = false) {
      self.name = name
      self.value = value
      self.isWeak = isWeak
      self.isUnowned = isUnowned
    }
  }

  package let captures: [Capture]
  /// `nil` when none are written: then `$0`, `$1` name them.
  package let parameters: [Parameter]?
  /// How many of `$0`, `$1`, … the body uses.
  package let shorthandCount: Int
  package let result: TypeNode?
  package let isThrowing: Bool
  package let body: [Statement]

  package init(
    captures: [Capture], parameters: [Parameter]?, shorthandCount: Int, result: TypeNode?,
    isThrowing: Bool, body: [Statement]
  ) {
    self.captures = captures
    self.parameters = parameters
    self.shorthandCount = shorthandCount
    self.result = result
    self.isThrowing = isThrowing
    self.body = body
  }
}

/// One step of a key path.
package enum KeyPathComponent: Sendable {
  case property(String, SourceRange)
  case `subscript`([Argument])
  case optionalChain
  case force
}
