internal import CellChecking
internal import CellSyntax

extension Program {
  /// Compiles a cell: declares what it declares, checks everything, and answers the code of its top level.
  func compileCell(_ statements: [Statement], _ source: SourceText) -> CompiledFunction? {
    let (context, checker) = compiler.beginCell(statements, source)
    for nominal in compiler.extendedTypes { forgetTypeObjects(of: nominal) }
    compiler.checkTopLevel(statements, in: context, checker)
    let cell = compiler.environment.sources.count - 1
    for variable in checker.cellVariables where !variable.isComputed {
      variable.storage = .global(newGlobal(.variable(variable.name, cell: cell)))
    }
    compiler.checkDeclarations(of: statements, in: context, checker)
    notePendingOfDeclarations()
    compilePending()
    guard compiler.totalErrorCount == 0 else { return nil }
    for variable in checker.cellVariables {
      guard case .global(let index) = variable.storage else { continue }
      compiled.mayHoldReferences[index] = mayHoldReferences(variable.type)
    }
    let code = Lowerer(self, checker, checker.scope.function, source).lower()
    compilePending()
    return compiler.totalErrorCount == 0 ? code : nil
  }
}
