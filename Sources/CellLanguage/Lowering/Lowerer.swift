internal import CellChecking
internal import CellSyntax

/// Where the variables of one function are kept, and how its types are spelled out: what making its code
/// begins with.
final class Lowerer {
  let program: Program
  let compiler: Compiler
  let checker: BodyChecker
  let source: SourceText
  let function: TypedFunction
  /// Slots of the variables of this function, and places of the captured ones.
  private(set) var slots: [ObjectIdentifier: Int] = [:]
  private(set) var captures: [ObjectIdentifier: Int] = [:]
  private(set) var slotCount = 0
  /// Registers of the scalar variables, and how many there are with those for values in between.
  private var registers: [ObjectIdentifier: ScalarHome] = [:]
  private(set) var registerCount = 0
  /// The first register that is free for a value in between; all variables so far are below it.
  private(set) var freeRegister = 0
  private var variableRegisters = 0
  /// The register that says where the captured values are.
  private(set) var captureRegister = 0
  /// Registers of the variables that are records.
  private var records: [ObjectIdentifier: RecordHome] = [:]
  var layouts: [Type: RegisterLayout?] = [:]
  /// Which variables are no records, though their types would have it.
  private(set) lazy var boxedUses = BoxedUses(in: function.body) { self.type($0).scalarKind != nil }
  /// The first registers of the tails of texts that loops add to.
  private var tails: [ObjectIdentifier: Int] = [:]
  /// Variables made while lowering, which nothing else holds.
  private var ownVariables: [VariableSymbol] = []
  /// The function being made, through which a local function finds itself.
  let own: CompiledFunction
  /// Whether it can be seen when objects end.
  let endsAreSeen: Bool

  init(
    _ program: Program, _ checker: BodyChecker, _ function: TypedFunction, _ source: SourceText,
    own: CompiledFunction = CompiledFunction()
  ) {
    self.own = own
    self.program = program
    compiler = program.compiler
    self.checker = checker
    self.function = function
    self.source = source
    endsAreSeen =
      compiler.environment.hasDeinitializers || compiler.environment.hasWeakReferences
  }

  /// The code of the whole function.
  func lower() -> CompiledFunction {
    for (index, symbol) in function.captures.enumerated() {
      captures[ObjectIdentifier(symbol)] = index
    }
    // A parameter's slot has the parameter's number; behind the registers of all of them, where the
    // captured values are.
    let convention = CallConvention(
      function.parameters.map { passing($0) }, result: passing(final(function.result)))
    captureRegister = convention.width
    freeRegister = convention.width + (captures.isEmpty ? 0 : 1)
    registerCount = freeRegister
    variableRegisters = freeRegister
    for (index, parameter) in function.parameters.enumerated() {
      place(parameter, index, convention.parameters[index], in: convention.places[index])
    }
    guard let (code, isFrameless) = RegisterBuilder(self).function(function.body, convention) else {
      compiler.report(
        "'\(function.name)' is too large: it has more than 65,535 constants, calls or variables",
        at: function.range, in: source)
      return CompiledFunction()
    }
    return CompiledFunction(
      name: function.name, source: source, slotCount: slotCount, registerCount: registerCount,
      convention: convention, code: code, isFrameless: isFrameless)
  }

  /// Says where a parameter is.
  private func place(_ parameter: VariableSymbol, _ index: Int, _ passing: Passing, in first: Int) {
    let key = ObjectIdentifier(parameter)
    if case .scalar(let kind) = passing {
      registers[key] = ScalarHome(index: first, kind: kind)
    } else if case .record = passing, let layout = layout(of: parameter) {
      records[key] = RecordHome(first: first, layout: layout)
    } else {
      slots[key] = index
      slotCount = index + 1
    }
  }

  /// The function of a closure in this one.
  func closure(_ inner: TypedFunction) -> CompiledFunction {
    let function = CompiledFunction()
    program.uses.noteClosure(function)
    let lowerer = Lowerer(program, checker, inner, inner.source, own: function)
    function.fill(with: lowerer.lower())
    program.noteClosure(function, inner, checker)
    return function
  }

  func type(_ expression: TypedExpression) -> Type { checker.final(expression.type) }
  func final(_ type: Type) -> Type { checker.final(type) }
  func site(_ range: SourceRange) -> Site { Site(range, source) }

  func final(_ reference: FunctionReference) -> FunctionReference {
    FunctionReference(
      symbol: reference.symbol, substitution: reference.substitution.mapValues(checker.final))
  }

  /// Says which statement of a cell code is made for.
  func notePosition(_ range: SourceRange) {
    if !source.isLibrary { program.position = site(range) }
  }

  // MARK: - Registers

  /// Where a scalar variable is.
  struct ScalarHome {
    var index: Int
    var kind: ScalarKind
  }

  /// How a variable is kept in a register; `nil` when it is kept boxed: it is no scalar, closures share
  /// it, changes go back to a caller, or it is declared before it has a value.
  private func scalarKind(of symbol: VariableSymbol) -> ScalarKind? {
    guard case .local = symbol.storage, !symbol.isBoxed, !symbol.isInout, symbol.hasInitialValue,
      !symbol.isFunction
    else { return nil }
    return final(symbol.type).scalarKind
  }

  /// The register of a variable of this function.
  func register(of symbol: VariableSymbol) -> ScalarHome? {
    let key = ObjectIdentifier(symbol)
    if let known = registers[key] { return known }
    guard slots[key] == nil, captures[key] == nil, symbol !== function.selfReference,
      let kind = scalarKind(of: symbol)
    else { return nil }
    let home = ScalarHome(index: newRegister(), kind: kind)
    registers[key] = home
    return home
  }

  /// The registers of a variable of this function that is a record.
  func record(of symbol: VariableSymbol) -> RecordHome? {
    let key = ObjectIdentifier(symbol)
    if let known = records[key] { return known }
    guard slots[key] == nil, captures[key] == nil, let layout = layout(of: symbol) else {
      return nil
    }
    let home = RecordHome(first: newRegisters(layout.width), layout: layout)
    records[key] = home
    return home
  }

  /// A register for as long as the function runs.
  func newRegister() -> Int {
    newRegisters(1)
  }

  /// Registers in a row for as long as it runs; the first of them.
  func newRegisters(_ count: Int) -> Int {
    let first = temporaryRegisters(count)
    variableRegisters = freeRegister
    return first
  }

  /// Registers for the tail of a text.
  func newTail(of symbol: VariableSymbol) -> Int {
    let first = newRegister()
    for _ in 1..<TextTail.registerCount { _ = newRegister() }
    tails[ObjectIdentifier(symbol)] = first
    return first
  }

  /// The first register of the tail of a text; `nil` when the variable has none.
  func tail(of symbol: VariableSymbol) -> Int? { tails[ObjectIdentifier(symbol)] }

  /// A register until `freeRegisters(from:)`.
  func temporaryRegister() -> Int { temporaryRegisters(1) }

  /// Registers in a row until then; the first of them.
  func temporaryRegisters(_ count: Int) -> Int {
    freeRegister += count
    registerCount = max(registerCount, freeRegister)
    return freeRegister - count
  }

  /// Whether a register belongs to a variable.
  func isVariable(_ register: Int) -> Bool { register < variableRegisters }

  /// Gives the registers from a number on back, but for those of variables.
  func freeRegisters(from index: Int) { freeRegister = max(index, variableRegisters) }

  // MARK: - Slots

  func slot(of symbol: VariableSymbol) -> Int {
    let key = ObjectIdentifier(symbol)
    if let known = slots[key] { return known }
    slots[key] = slotCount
    slotCount += 1
    return slotCount - 1
  }

  func newSlot() -> Int {
    slotCount += 1
    return slotCount - 1
  }

  /// Keeps a variable made while lowering in a slot, or a register, that is there.
  func keep(_ symbol: VariableSymbol, in slot: Int) {
    ownVariables.append(symbol)
    slots[ObjectIdentifier(symbol)] = slot
  }

  func keep(_ symbol: VariableSymbol, in record: RecordHome) {
    ownVariables.append(symbol)
    records[ObjectIdentifier(symbol)] = record
  }

  func keep(_ symbol: VariableSymbol, inRegister register: Int, _ kind: ScalarKind) {
    ownVariables.append(symbol)
    registers[ObjectIdentifier(symbol)] = ScalarHome(index: register, kind: kind)
  }

  /// Where a variable begins that a closure brought along; `nil` for one of this function's own.
  func capture(of symbol: VariableSymbol) -> Int? {
    let key = ObjectIdentifier(symbol)
    return slots[key] == nil ? captures[key] : nil
  }

  /// Whether a variable is this function itself, under the name that it has in its own code.
  func isOwnName(_ symbol: VariableSymbol) -> Bool {
    symbol === function.selfReference && slots[ObjectIdentifier(symbol)] == nil
      && capture(of: symbol) == nil
  }
}
