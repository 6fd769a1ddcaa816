internal import CellChecking
internal import CellSyntax

/// Functions that are found, and perhaps compiled, while the cell runs.
extension Machine {
  /// A function that the compiler is asked for while the cell runs, compiled with all that it needs.
  func compiled(
    at site: Site?, _ find: (Program) throws -> CompiledFunction
  ) throws -> CompiledFunction {
    try program.lock.locked {
      let function = try find(program)
      try compilePending(at: site)
      return function
    }
  }

  /// The same where there may be none.
  func compiledIfAny(
    at site: Site?, _ find: (Program) throws -> CompiledFunction?
  ) throws -> CompiledFunction? {
    try program.lock.locked {
      guard let function = try find(program) else { return nil }
      try compilePending(at: site)
      return function
    }
  }

  /// Compiles what was referred to while running.
  func compilePending(at site: Site?) throws {
    guard !program.pending.isEmpty else { return reserveGlobals() }
    let errors = compiler.totalErrorCount
    program.notePending()
    program.compilePending()
    reserveGlobals()
    if compiler.totalErrorCount > errors {
      throw Fault.notCompiled(compiler.diagnostics, at: site)
    }
  }

  /// The function that a requirement or overridable method is for a type.
  func implementation(
    of symbol: FunctionSymbol, for type: TypeObject, _ substitution: Substitution, at site: Site?
  ) throws -> CompiledFunction {
    let key = ImplementationKey(
      symbol: ObjectIdentifier(symbol), type: ObjectIdentifier(type), substitution: substitution)
    if let known = implementations[key] { return known }
    let function = try compiled(at: site) { program in
      guard let reference = compiler.witness(of: symbol, for: type.type, substitution) else {
        throw Fault("type '\(type.type)' has no '\(symbol.name)'", at: site)
      }
      return program.function(for: reference)
    }
    implementations[key] = function
    return function
  }

  /// The same for a call by its number, which remembers the type that it met last.
  @inline(__always)
  func implementation(
    _ number: Int, of symbol: FunctionSymbol, for type: TypeObject, _ substitution: Substitution,
    at site: Site?
  ) throws -> CompiledFunction {
    if number < dispatched.count, dispatched[number].type === type,
      let function = dispatched[number].function
    {
      return function
    }
    let function = try implementation(of: symbol, for: type, substitution, at: site)
    while dispatched.count <= number { dispatched.append(Dispatched()) }
    dispatched[number] = Dispatched(type: type, function: function)
    return function
  }
}

/// What a call by type found last.
struct Dispatched {
  var type: TypeObject?
  var function: CompiledFunction?
}

struct ImplementationKey: Hashable {
  var symbol: ObjectIdentifier
  var type: ObjectIdentifier
  var substitution: Substitution
}
