internal import CellChecking
internal import CellSyntax

extension Program {
  /// Compiles a function for what stands for its generic parameters.
  func compile(_ reference: FunctionReference) -> CompiledFunction {
    let (checker, isRight) = compiler.check(reference)
    notePendingOfDeclarations()
    guard isRight else { return CompiledFunction() }
    let symbol = reference.symbol
    let typed = checker.scope.function
    if compiler.drawsByNumber(symbol, reference.substitution) {
      return Lowerer(self, checker, typed, symbol.context.source).lower()
        .drawingByNumber(Site(typed.range, typed.source))
    }
    let own = compiled.functions[reference] ?? CompiledFunction()
    return Lowerer(self, checker, typed, symbol.context.source, own: own).lower()
  }

  /// Has the functions compiled that must be right though nothing may call them.
  func notePendingOfDeclarations() {
    for reference in compiler.declaredFunctions { _ = function(for: reference) }
    compiler.declaredFunctions = []
  }

  /// The function that makes an instance of a class with the initial values of its properties.
  func allocator(of type: Type) -> CompiledFunction {
    if let known = compiled.allocators[type] { return known }
    guard let checker = compiler.checkAllocator(of: type) else { return CompiledFunction() }
    if isRunning { compiled.additions.append(.allocator(type)) }
    let typed = checker.scope.function
    let function = Lowerer(self, checker, typed, typed.source).lower()
    compiled.allocators[type] = function
    return function
  }
}
