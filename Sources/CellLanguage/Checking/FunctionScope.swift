/// A function body being checked: its variables by name, and what it takes from the functions around it.
final class FunctionScope {
  /// What a name inside a function stands for.
  enum Local {
    case variable(VariableSymbol)
    /// Local functions that capture nothing, or are generic; several may share a name.
    case functions([FunctionSymbol])
    case symbol(Symbol)
  }

  let parent: FunctionScope?
  let function: TypedFunction
  let types: TypeScope
  /// What `return` must give; a variable until a closure's first `return` says.
  var result: Type
  /// Whether an error may leave the function.
  var isThrowing: Bool
  var blocks: [[String: Local]] = [[:]]
  var targets: [LoopTarget] = []
  /// `self`, in methods.
  var selfSymbol: VariableSymbol?
  var isStaticContext = false
  /// Errors are caught: inside `do` with an exhaustive `catch`, or `try?`.
  var catchDepth = 0
  /// A `try` covers the expression being checked.
  var tryDepth = 0
  var sawThrow = false
  var hasReturn = false
  var isInitializer = false
  /// The property whose observer or storage accessor this is.
  var observed: PropertySymbol?
  var isClosure = false
  /// The top level of a cell.
  var isCellBody = false
  var isGetter = false
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

  /// The function whose closure this is, however deep.
  var outermost: FunctionScope { parent?.outermost ?? self }
}
