internal import CellSyntax

/// Checks function bodies and the statements of a cell: from the tree as written to the typed tree.
///
/// Types flow both ways. An expression is checked with the type that its surroundings expect, where
/// there is one; what cannot be known yet is a type variable, bound when something says more. A literal
/// is such a variable too, which becomes `Int` or `Double` when nothing says otherwise. Overloads are
/// tried in turn; an attempt that fails is undone.
package final class BodyChecker {
  package let compiler: Compiler
  var source: SourceText
  package var scope: FunctionScope
  /// The function, or the cell, whose body this is.
  package var root = FunctionRoot.cell
  /// Bindings made since attempts began, to be undone.
  var trail: [(variable: TypeVariable, binding: Type?, literal: TypeVariable.Literal?)] = []
  /// Pairs of types to be made equal once associated types in them are known.
  var deferred: [(Type, Type)] = []
  /// How deep expressions are nested, and how much was tried: limits against source that would take for
  /// ever.
  package var effort = 0
  var hiddenCount = 0
  /// Checked expressions that stand for names which no source can spell.
  var substituted: [String: TypedExpression] = [:]
  /// Whether `self.init(…)` is being checked with a `!` behind it.
  var forcesDelegation = false
  /// Where the parenthesis of the call being checked stands.
  var argumentList: SourceRange?
  /// How far the attempt in progress is from an exact match.
  var cost = 0
  /// The variables of the cell whose top level this is.
  package var cellVariables: [VariableSymbol] = []
  /// Whether a pattern declares variables of the cell, or of a block, and does not bind in passing.
  var isBindingCellVariables = false
  var isDeclaringStatement = false
  /// Types declared in this body, whose members are to be checked.
  var localTypes: [Nominal] = []
  /// Whether only the type of an expression is wanted, so that defaults, which are checked for themselves,
  /// do not matter: they may ask for that same type.
  var isFindingType = false
  /// Whether the types of an expression are being solved: then literals stay open.
  var isSolving = false
  /// Whether the next expression is one of its own, and not part of another.
  var isWhole = true
  /// What was solved about the nodes of the expression being checked.
  var decisions: Solution?
  /// The node being checked.
  var node: Expression?
  /// Scopes that variables refer to weakly and that must last as long as the check.
  var retained: [FunctionScope] = []

  init(_ compiler: Compiler, scope: FunctionScope, source: SourceText) {
    self.compiler = compiler
    self.scope = scope
    self.source = source
  }

  func report(
    _ message: String, at range: SourceRange,
    notes: [(message: String, range: SourceRange)] = []
  ) {
    compiler.report(message, at: range, in: source, notes: notes)
  }

  /// An expression of wrong source, reported already.
  func wrong(_ range: SourceRange) -> TypedExpression { TypedExpression(.error, .error, range) }

  /// Reports a mistake and answers an expression of wrong type.
  func fail(
    _ message: String, at range: SourceRange,
    notes: [(message: String, range: SourceRange)] = []
  ) -> TypedExpression {
    report(message, at: range, notes: notes)
    return wrong(range)
  }

  // MARK: - Attempts

  /// A point to go back to.
  struct Mark {
    var diagnostics: Int
    var errors: Int
    var trail: Int
    var deferred: [(Type, Type)]
    var cost: Int
    /// Errors that may come from what was checked so far.
    var throwingSites: Int
    var sawThrow: Bool
  }

  var mark: Mark {
    Mark(
      diagnostics: compiler.reported.count, errors: compiler.errorCount, trail: trail.count,
      deferred: deferred, cost: cost,
      throwingSites: scope.handlers.last?.sites.count ?? 0, sawThrow: scope.sawThrow)
  }

  /// Forgets everything since a point: messages, and what types were found to be.
  func restore(_ mark: Mark) {
    compiler.forgetDiagnostics(after: mark.diagnostics, errors: mark.errors)
    undo(to: mark.trail)
    deferred = mark.deferred
    cost = mark.cost
    if let handler = scope.handlers.last, handler.sites.count > mark.throwingSites {
      handler.sites.removeLast(handler.sites.count - mark.throwingSites)
    }
    scope.sawThrow = mark.sawThrow
  }

  /// Runs `body`; when it reports an error, forgets all that it did and answers `nil`.
  func attempt<T>(_ body: () -> T) -> T? {
    let mark = mark
    let result = body()
    if compiler.errorCount == mark.errors { return result }
    restore(mark)
    return nil
  }

  /// Runs `body` to see what it answers, and undoes it.
  func tentatively<T>(_ body: () -> T) -> T {
    let mark = mark
    defer { restore(mark) }
    return body()
  }

  func undo(to count: Int) {
    while trail.count > count {
      let entry = trail.removeLast()
      entry.variable.binding = entry.binding
      entry.variable.literal = entry.literal
    }
  }

  /// The variable of the cell that a name at a place declares.
  func cellVariable(_ name: String, _ range: SourceRange) -> VariableSymbol? {
    cellVariables.first { $0.name == name && $0.range == range }
  }

  /// A name that no source can spell.
  func hiddenName(_ what: String) -> String {
    hiddenCount += 1
    return "$\(what)\(hiddenCount)"
  }
}
