/// An expression as written, with operators folded: what the checker reads.
///
/// The tree is made once from SwiftSyntax's and keeps nothing of it, so that a generic function can be
/// checked again for other types at little cost.
final class Expression: Sendable {
  enum Kind: Sendable {
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

  let kind: Kind
  let range: SourceRange

  init(_ kind: Kind, _ range: SourceRange) {
    self.kind = kind
    self.range = range
  }
}

/// A part of a string literal.
enum StringSegment: Sendable {
  case text(String)
  case interpolation([Argument])
}

/// `key: value` in a dictionary literal.
struct DictionaryPair: Sendable {
  let key: Expression
  let value: Expression
}

/// A name in use, perhaps with labels: `insert(_:at:)`.
struct Name: Hashable, Sendable {
  var base: String
  var labels: [String?]?
  var range: SourceRange
}

/// An operator in use.
struct OperatorUse: Hashable, Sendable {
  var text: String
  var range: SourceRange
}

/// An argument of a call or an element of a tuple.
struct Argument: Sendable {
  var label: String?
  var value: Expression
  var isTrailingClosure = false
}

/// `as`, `as?`, `as!`.
enum CastKind: Sendable { case coerce, conditional, forced }

/// `try`, `try?`, `try!`.
enum TryKind: Sendable { case propagate, optional, forced }

/// A closure: `{ [x] (a: Int) -> Int in … }`.
final class ClosureExpression: Sendable {
  struct Parameter: Sendable {
    var name: String
    var type: TypeNode?
    var isInout: Bool
    var range: SourceRange
  }

  struct Capture: Sendable {
    var name: String
    var value: Expression
    var isWeak: Bool
    var isUnowned = false
  }

  let captures: [Capture]
  /// `nil` when none are written: then `$0`, `$1` name them.
  let parameters: [Parameter]?
  /// How many of `$0`, `$1`, … the body uses.
  let shorthandCount: Int
  let result: TypeNode?
  let isThrowing: Bool
  let body: [Statement]

  init(
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
enum KeyPathComponent: Sendable {
  case property(String, SourceRange)
  case `subscript`([Argument])
  case optionalChain
  case force
}
