internal import CellChecking
internal import CellSyntax

/// Turns cells into code, function by function: has them checked and lowers them.
///
/// A program lives for one run, as the compiler that it asks does. It holds the code while it is added to.
/// It also serves the running machine, which asks it for functions that are only known to be needed then (a
/// requirement called on `any P`).
final class Program {
  let compiler: Compiler
  var compiled: CompiledCode
  /// Taken by each machine that asks something while others may run the same cell.
  let lock = SharedLock()
  /// Functions that have no code yet.
  var pending: [(reference: FunctionReference, function: CompiledFunction)] = []
  /// The place in a cell whose code is being made, and for functions that are still to be compiled the
  /// place that asked for them.
  var position: Site?
  private var origins: [ObjectIdentifier: Site] = [:]
  /// What the functions of the cell use, for when a statement does not finish.
  var uses = Uses()
  /// Whether the cell runs: what is compiled now would not be by compiling its text again.
  var isRunning = false
  /// The closures that were lowered.
  var closures: [CompiledFunction] = []

  init(_ compiler: Compiler, _ compiled: CompiledCode) {
    self.compiler = compiler
    self.compiled = compiled
  }

  /// A function, which is compiled later if it has not been yet.
  func function(for reference: FunctionReference) -> CompiledFunction {
    if let known = compiled.functions[reference] {
      uses.note(known)
      return known
    }
    guard reference.substitution.values.allSatisfy({ $0.depth < Self.deepestType }) else {
      let declaration = reference.symbol.declaration
      compiler.report(
        "generic function '\(declaration.fullName)' is used for ever larger types",
        at: declaration.range, in: reference.symbol.context.source)
      return CompiledFunction()
    }
    let function = CompiledFunction()
    function.origin = .function(reference)
    compiled.functions[reference] = function
    uses.note(function)
    if let site = compiler.origin?.site ?? position { origins[ObjectIdentifier(function)] = site }
    pending.append((reference, function))
    return function
  }

  /// Types nested deeper than this come from generic functions that call themselves for larger types.
  private static let deepestType = 40

  /// Compiles everything that has been referred to.
  func compilePending() {
    while let next = pending.popLast() {
      guard compiled.functions.count < 200_000 else {
        compiler.report(
          "generic functions refer to each other without end",
          at: next.reference.symbol.declaration.range, in: next.reference.symbol.context.source)
        pending = []
        return
      }
      let isLibrary = next.reference.symbol.context.source.isLibrary
      uses.compiling = isLibrary ? nil : next.function
      compiler.usedVariables = []
      compiler.origin =
        isLibrary
        ? origins[ObjectIdentifier(next.function)].map {
          ($0, next.reference.symbol.declaration.shownName)
        } : nil
      next.function.fill(with: compile(next.reference))
      for variable in compiler.usedVariables { uses.note(variable) }
      uses.compiling = nil
      compiler.origin = nil
    }
  }
}
