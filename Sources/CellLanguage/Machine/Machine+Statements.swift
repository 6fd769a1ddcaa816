internal import CellChecking
internal import CellSyntax

/// What the variables of the cells were after a statement of the top level.
struct Checkpoint {
  /// The variables; those that may hold references lead to copies of instances and boxes.
  var variables: [Datum]
  /// Whether those that may hold references are among them. Where they lead to more instances than can
  /// be copied after each statement, and it could be seen who holds them, they are not.
  var hasReferences: Bool
}

extension Machine {
  /// How many instances, boxes and values that may hold them are copied after each statement.
  private static let copiedValues = 1_000

  /// Notes that a statement of the top level is finished, so that a later one can be undone; stops where
  /// that is wished.
  func finishStatement(_ count: Int, at site: Site) throws {
    finishedStatements = count
    if count < compiler.statementCount || compiler.isDeferring {
      noteVariables()
    } else {
      isWhole = true
    }
    if interruptFlag.isRaised {
      throw Fault("interrupted", at: site, kind: .interrupted)
    }
  }

  /// Keeps the variables as they are.
  func noteVariables() {
    let environment = compiler.environment
    // The last ones end first: who holds an array that is about to be changed has it copied.
    checkpoint = nil
    // What copies let go of is nobody's end.
    var copier = GraphCopier(
      Graveyard(), lowestStack: lowestStack, budget: Self.copiedValues)
    copier.graveyard.isOpen = false
    let copies = copier.copy(variables, program.compiled)
    if !copier.isExhausted {
      checkpoint = Checkpoint(variables: copies, hasReferences: true)
    } else if environment.hasDeinitializers || environment.hasWeakReferences {
      let values = variables.indices.map {
        program.compiled.mayHoldReferences[$0] ? .void : globals[$0]
      }
      checkpoint = Checkpoint(variables: values, hasReferences: false)
    } else {
      checkpoint = Checkpoint(variables: variables, hasReferences: true)
    }
  }

  /// The variables as the last statement that finished left them.
  var variablesOfFinishedStatements: [Datum] {
    let now = variables
    let known = checkpoint ?? Checkpoint(variables: original, hasReferences: true)
    return now.indices.map { index in
      // What had no number then had no value.
      guard index < known.variables.count else { return .void }
      let isLeftOut = !known.hasReferences && program.compiled.mayHoldReferences[index]
      return isLeftOut ? now[index] : known.variables[index]
    }
  }

  /// Undoes what the statement under way has done.
  func undoStatement() {
    var copier = GraphCopier(graveyard, lowestStack: lowestStack)
    let variables = copier.copy(variablesOfFinishedStatements, program.compiled)
    for (index, value) in variables.enumerated() { globals[index] = value }
  }
}

extension Machine {
  /// Keeps the value of the last expression of the cell.
  func keepResult(_ value: Value, _ site: Site?) throws {
    resultValue = value
    lastValue = value
    guard case .host(let box) = value.datum, box.value.isDisplayedWhenUnused, drawsFigures else {
      return
    }
    resultValue = nil
    try display(box.value, site)
  }

  /// Shows a value that nobody uses, when it asks for that.
  func displayUnused(_ value: Datum, _ site: Site?) throws {
    guard case .host(let box) = value, box.value.isDisplayedWhenUnused, drawsFigures else { return }
    try display(box.value, site)
  }

  private func display(_ value: any HostValue, _ site: Site?) throws {
    guard let site else { return }
    do {
      let bundle = try value.displayBundle()
      try checkAllowance(at: site)
      if let bundle {
        console.emit(.display(bundle))
      } else {
        console.emit(.text(value.description + "\n"))
      }
    } catch let fault as Fault {
      throw fault
    } catch {
      try checkAllowance(at: site)
      throw HostFailure(error: error, site: site)
    }
  }
}

extension Program {
  /// Forgets what a cell declares in statements that did not finish, and the functions that need it.
  func forgetUnfinished(finished: Int) {
    let lost = compiler.cellVariables.filter { $0.statement >= finished }.map(\.symbol)
    guard !lost.isEmpty else { return }
    for variable in lost {
      variable.isLost = true
      for function in uses.functions(using: variable) { function.fill(withUseOf: variable.name) }
    }
    let unusable = uses.functions(needing: lost)
    func isGone(_ symbol: Symbol) -> Bool {
      switch symbol {
      case .variable(let variable): variable.isLost || variable.getter.map(isUnusable) ?? false
      case .function(let function): isUnusable(function)
      case .type, .alias, .constant: false
      }
    }
    func isUnusable(_ symbol: FunctionSymbol) -> Bool {
      let reference = FunctionReference(symbol: symbol, substitution: [:])
      guard let function = compiled.functions[reference] else { return false }
      return unusable.contains(ObjectIdentifier(function))
    }
    for (name, symbols) in compiler.environment.names {
      let gone = symbols.filter(isGone)
      guard !gone.isEmpty else { continue }
      // A function took the place of an earlier one of the same name and labels.
      let replaced = gone.compactMap(\.functionName)
      let earlier = (compiler.namesBefore[name] ?? []).filter { symbol in
        symbol.functionName.map(replaced.contains) ?? false
      }
      let left = symbols.filter { !isGone($0) } + earlier
      compiler.environment.names[name] = left.isEmpty ? nil : left
    }
  }

  /// Notes which variables are declared and still have no value.
  func noteUnset(_ values: [Datum]) {
    for (symbol, _) in compiler.cellVariables where !symbol.hasInitialValue && !symbol.isLost {
      guard case .global(let index) = symbol.storage, !symbol.type.isVoid else { continue }
      compiler.environment.unset[index] = symbol
    }
    compiler.environment.unset = compiler.environment.unset.filter { index, _ in
      if case .void = values[index] { true } else { false }
    }
  }
}

extension Program {
  /// Declares `_` anew, for a value of a type.
  func placeOfLastValue(_ type: Type) -> Int {
    var index: Int?
    // Code that uses the one before goes on doing so.
    if !compiler.environment.isLastValueUsed,
      case .global(let place)? = compiler.environment.lastValue?.storage
    {
      index = place
    }
    let place = index ?? newGlobal(.lastValue(compiled.valueCount))
    let symbol = VariableSymbol("_", type, isLet: true, range: .none, owner: nil)
    symbol.storage = .global(place)
    compiler.environment.lastValue = symbol
    compiler.environment.isLastValueUsed = false
    compiled.mayHoldReferences[place] = mayHoldReferences(type)
    return place
  }
}

extension Symbol {
  /// The name of a function with its labels.
  fileprivate var functionName: String? {
    if case .function(let symbol) = self { symbol.declaration.fullName } else { nil }
  }
}

extension CompiledFunction {
  /// Makes it say that a variable that it uses never came to be.
  fileprivate func fill(withUseOf variable: String) {
    let message =
      "'\(name)' uses '\(variable)', which has no value: the statement that declares it did not finish"
    var parts = RegisterCodeParts()
    parts.literals = [message]
    parts.instructions = [Instruction(opcode: .fault)]
    fill(
      with: CompiledFunction(
        name: name, source: source, slotCount: slotCount, registerCount: registerCount,
        convention: convention, code: RegisterCode(parts)))
  }
}
