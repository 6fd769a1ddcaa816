internal import CellSyntax

/// A function body being checked: its variables by name, and what it takes from the functions around it.
package final class FunctionScope {
  /// What a name inside a function stands for.
  enum Local {
    case variable(VariableSymbol)
    /// Local functions that capture nothing, or are generic; several may share a name.
    case functions([FunctionSymbol])
    case symbol(Symbol)
  }

  let parent: FunctionScope?
  package let function: TypedFunction
  let types: TypeScope
  /// What `return` must give; a variable until a closure's first `return` says.
  var result: Type
  /// Whether an error may leave the function.
  var isThrowing: Bool
  /// The type of error that a function says it throws.
  var thrown: Type?
  var blocks: [[String: Local]] = [[:]]
  /// Names that the statements of each block still to be checked declare.
  var upcoming: [Set<String>] = []
  var targets: [LoopTarget] = []
  /// How many `if` and `do` blocks are around.
  var plainBlocks = 0
  /// `self`, in methods.
  var selfSymbol: VariableSymbol?
  var isStaticContext = false
  /// The `do` statements with `catch`, `try?` and `try!` around what is being checked, innermost last.
  var handlers: [ErrorHandler] = []
  /// A `try` covers the expression being checked.
  package var tryDepth = 0
  /// Where the innermost `try` stands.
  var tryRange: SourceRange?
  var sawThrow = false
  var hasReturn = false
  var isInitializer = false
  /// The property whose observer or storage accessor this is.
  var observed: PropertySymbol?
  var isClosure = false
  /// A closure whose types are being solved, with those of the expression around it.
  var isBeingSolved = false
  /// A closure that may be called on several threads at once.
  var isConcurrent = false
  /// The top level of a cell.
  var isCellBody = false
  var isGetter = false
  /// What messages call this kind of function.
  var word = "global function"
  /// A closure whose body is one expression.
  var closureCount = 0

  init(
    parent: FunctionScope?, function: TypedFunction, types: TypeScope, result: Type,
    isThrowing: Bool
  ) {
    self.parent = parent
    self.function = function
    self.types = types
    self.result = result
    self.isThrowing = isThrowing
  }

  /// What a name stands for in the blocks of this function.
  func lookUp(_ name: String) -> Local? {
    for block in blocks.reversed() {
      if let found = block[name] { return found }
    }
    return nil
  }

  func declare(_ name: String, _ local: Local) {
    blocks[blocks.count - 1][name] = local
  }

  /// Whether a block around declares a variable of that name further down.
  func isUpcoming(_ name: String) -> Bool {
    upcoming.contains { $0.contains(name) } || parent?.isUpcoming(name) ?? false
  }

  /// The function whose closure this is, however deep.
  var outermost: FunctionScope { parent?.outermost ?? self }
}

/// Something that takes the errors of what is inside, or passes them on.
final class ErrorHandler {
  /// A place where an error may come from.
  struct Site {
    var range: SourceRange
    /// The type of the error, where it is known to be one.
    var type: Type?
    var isThrow: Bool
  }

  var sites: [Site] = []
}
