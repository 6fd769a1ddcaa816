internal import Allowances
internal import Synchronization

/// Runs compiled code: holds the variables of the cells, the functions by number, and the way out.
@safe final class Machine {
  /// The variables of the cells.
  private let globalsPlace: UnsafeMutablePointer<Slots>
  /// What they were before the run.
  let original: [Datum]
  /// How many statements of the top level are finished, and what the variables were after the last.
  var finishedStatements = 0
  var checkpoint: Checkpoint?
  /// Whether all of the cell has run.
  var isWhole = false
  let compiler: Compiler
  var console: any Console
  let interruptFlag: InterruptFlag
  /// The time that a statement has after an interruption, once a host function has kept its result.
  let respite = Respite()
  let limits: Limits
  /// Whether types were extended after values of them could be made.
  let hasOutdatedTypes: Bool
  /// Whether a class has a `deinit`.
  let hasDeinitializers: Bool
  /// Where instances that it hands to the machine that it helps are noted when they end.
  let helpedGraveyard: Graveyard?
  /// What else than an interruption stops it: a part of concurrent work of which another part failed.
  let isStopped: (@Sendable () -> Bool)?
  /// The address that the stack must not grow below.
  var lowestStack: UInt
  /// What the cell, and the libraries that it calls, may use up.
  let allowance: Allowance
  /// The random numbers that no generator was named for.
  var random: CellRandom
  /// The seed that random numbers started from, before the first cell.
  var seed: UInt64 = 0
  /// How many host functions were called.
  var hostCalls = 0
  /// What the host function with a number has made to call functions from other threads.
  weak var calls: ConcurrentCalls?
  var callsNumber = 0
  private var implementations: [ImplementationKey: CompiledFunction] = [:]
  /// What each call that dispatches by type found last.
  private var dispatched: [Dispatched] = []
  /// The types that were extended after values of them were made, as they are now.
  var currentTypes: [ObjectIdentifier: TypeObject] = [:]
  /// How many parts of a value may still be described.
  var describedParts = Int.max
  let stack: CallStack
  let graveyard: Graveyard
  /// Whether the last expression of the cell was shown already.
  var resultValue: Value?
  /// Whether figures that nobody uses are drawn.
  var drawsFigures = true
  /// The value of the last expression, be it shown by now or not.
  var lastValue: Value?
  /// Whether the host function under way returns its result although it was interrupted.
  var isResultKept = false

  /// A machine for a cell, with copies of the instances of its variables.
  init(
    compiler: Compiler, original: [Datum], console: any Console, interrupt: InterruptFlag,
    limits: Limits, graveyard: Graveyard, lowestStack: UInt,
    random: CellRandom = CellRandom(seed: 0)
  ) {
    self.random = random
    self.lowestStack = lowestStack
    self.graveyard = graveyard
    self.original = original
    var copier = GraphCopier(graveyard, lowestStack: lowestStack)
    let variables = copier.copy(original, compiler.environment)
    stack = CallStack.take(depth: limits.callDepth)
    self.compiler = compiler
    hasOutdatedTypes = compiler.environment.hasOutdatedTypes
    hasDeinitializers = compiler.environment.hasDeinitializers
    helpedGraveyard = nil
    unsafe globalsPlace = Self.place(variables, count: compiler.environment.valueCount)
    self.console = console
    interruptFlag = interrupt
    isStopped = nil
    self.limits = limits
    allowance = Allowance(
      memory: limits.memory, interrupt: { [respite] in interrupt.isRaised && !respite.isOn })
  }

  /// A machine that runs functions of the cell of another, on a thread of its own, with variables of
  /// its own.
  ///
  /// - Parameters:
  ///   - machine: the one whose cell it is; it stands still meanwhile.
  ///   - variables: what the variables of the cells are to be.
  ///   - isStopped: whether what it does is of no use any more.
  init(
    helping machine: Machine, variables: [Datum], isStopped: @escaping @Sendable () -> Bool
  ) {
    lowestStack = machine.lowestStack
    random = machine.random
    seed = machine.seed
    graveyard = Graveyard()
    original = []
    stack = CallStack.take(depth: machine.limits.callDepth)
    compiler = machine.compiler
    hasOutdatedTypes = machine.hasOutdatedTypes
    hasDeinitializers = machine.hasDeinitializers
    helpedGraveyard = machine.graveyard
    unsafe globalsPlace = Self.place(variables, count: variables.count)
    console = machine.console
    interruptFlag = machine.interruptFlag
    self.isStopped = isStopped
    limits = machine.limits
    allowance = Allowance(within: machine.allowance, interrupt: isStopped)
  }

  private static func place(_ variables: [Datum], count: Int) -> UnsafeMutablePointer<Slots> {
    let slots = Slots(count: max(variables.count, count))
    for (index, value) in variables.enumerated() { slots[index] = value }
    let place = UnsafeMutablePointer<Slots>.allocate(capacity: 1)
    unsafe place.initialize(to: slots)
    return unsafe place
  }

  deinit {
    globals.free()
    unsafe globalsPlace.deallocate()
    stack.giveBack()
  }

  /// The variables of the cells.
  @inline(__always)
  var globals: Slots { unsafe globalsPlace.pointee }

  /// Called at every jump back and every call.
  @inline(__always)
  func poll(_ site: Site?) throws { if isDue { try stopIfWished(site) } }

  /// Counts a step; whether it is time to look for a reason to stop.
  @inline(__always)
  var isDue: Bool {
    let steps = stack.countStep()
    return interruptFlag.isRaised || steps & 0x3FFF == 0
  }

  /// Stops when somebody wishes it, or a limit is reached.
  @inline(never)
  func stopIfWished(_ site: Site?) throws {
    if interruptFlag.isRaised, !respite.isOn { throw spent(at: site) }
    if let isStopped, isStopped() { throw Fault("stopped", at: site, kind: .interrupted) }
    try checkLimits(site)
  }

  /// What is looked at now and then only.
  private func checkLimits(_ site: Site?) throws {
    if let limit = limits.steps, stack.steps > limit {
      throw Fault("the limit of \(limit) steps was reached", at: site, kind: .limit)
    }
    try checkMemory(at: site)
  }

  /// Stops where the stack of the thread comes to its end.
  @inline(__always)
  func checkStack(at site: Site?) throws {
    if stackPosition() < lowestStack {
      throw Fault("stack overflow: values or calls are nested too deeply", at: site, kind: .limit)
    }
  }

  /// Runs a function in a frame that holds its arguments.
  func run(_ function: CompiledFunction, in frame: Frame, at site: Site?) throws -> Datum {
    try poll(site)
    try checkDepth(at: site)
    try checkStack(at: site)
    stack.depth += 1
    defer { stack.depth -= 1 }
    do {
      guard let code = function.code else { throw Fault("function was not compiled", at: nil) }
      try execute(code, frame)
    } catch {
      throw leaving(function, error, at: site)
    }
    return frame.result
  }

  /// Runs the top level of a cell.
  func runCell(_ cell: CompiledFunction, in frame: Frame) throws {
    if let code = cell.code { try execute(code, frame) }
  }

  /// Stops a program whose calls are nested too deeply.
  @inline(__always)
  func checkDepth(at site: Site?) throws {
    if stack.isFull(at: stack.top) { throw tooDeep(site) }
  }

  func tooDeep(_ site: Site?) -> Fault {
    Fault("stack overflow: more than \(limits.callDepth) nested calls", at: site, kind: .limit)
  }

  /// What is told of an error when it leaves a function, for the call at a place.
  func leaving(_ function: CompiledFunction, _ error: any Error, at site: Site?) -> any Error {
    // By the type first: casts that fail take long.
    if type(of: error) == Thrown.self, var thrown = error as? Thrown {
      // Told, when nobody catches it, at the call in the cell that let it through.
      guard let site, !site.source.isLibrary else { return error }
      thrown.site = site
      return thrown
    }
    if var fault = error as? Fault {
      if fault.frames.count < 20 {
        if fault.site == nil || fault.site?.source.isLibrary == true { fault.site = site }
        if let frame = frame(of: function, at: site) { fault.frames.append(frame) }
      }
      return fault
    }
    if var failure = error as? HostFailure {
      if let site, failure.site.source.isLibrary { failure.site = site }
      if failure.frames.count < 20, let frame = frame(of: function, at: site) {
        failure.frames.append(frame)
      }
      return failure
    }
    return error
  }

  /// What a call stack says of a call; nil for what a library has called.
  private func frame(of function: CompiledFunction, at site: Site?) -> CellFailure.Frame? {
    guard function.source?.isLibrary != true else { return nil }
    // A place in a library is of no use to whoever wrote the cell.
    let place = site?.source.isLibrary == true ? nil : site?.place
    return CellFailure.Frame(function: function.name, place: place)
  }

  /// A frame for a call of a function; it must be closed before the one that was opened before it.
  @inline(__always)
  func open(_ function: CompiledFunction, _ captures: [Datum] = []) -> Frame {
    let registers = stack.top
    stack.top = registers.from(function.registerCount)
    return unsafe stack.takeFrame(self)._withUnsafeGuaranteedRef { frame in
      frame.open(function.slotCount, registers, captures)
      return frame
    }
  }

  /// Ends the call that began last.
  @inline(__always)
  func close(_ frame: Frame) {
    stack.top = frame.registers
    frame.close()
    stack.giveBackFrame()
  }

  /// Runs a function on arguments.
  func call(
    _ function: CompiledFunction, _ arguments: [Datum], captures: [Datum] = [], at site: Site?
  ) throws -> Datum {
    let frame = open(function, captures)
    defer { close(frame) }
    for (index, argument) in arguments.enumerated() {
      frame.pass(argument, at: index, of: function)
    }
    return try run(function, in: frame, at: site)
  }

  /// Runs a function on arguments; `inout` ones come back in `values`.
  func enter(
    _ function: CompiledFunction, _ values: inout [Datum], _ captures: [Datum], at site: Site?
  ) throws -> Datum {
    let frame = open(function, captures)
    let parameters = function.convention.parameters
    for index in values.indices {
      if index < parameters.count, let kind = parameters[index] {
        frame.registers.put(values[index], at: index, kind)
      } else {
        swap(&frame.slots[index], &values[index])
      }
    }
    defer {
      for index in values.indices where index >= parameters.count || parameters[index] == nil {
        values[index] = frame.slots.takeArgument(index)
      }
      close(frame)
    }
    return try run(function, in: frame, at: site)
  }

  /// Calls a function value.
  func call(_ closure: Datum, _ arguments: [Datum], at site: Site?) throws -> Datum {
    guard case .closure(let object) = closure else {
      throw Fault("call of a function that is not there yet", at: site)
    }
    return try call(object.function, arguments, captures: object.captures, at: site)
  }

  /// A function that the compiler is asked for while the cell runs, compiled with all that it needs.
  func compiled(
    at site: Site?, _ find: (Compiler) throws -> CompiledFunction
  ) throws -> CompiledFunction {
    try compiler.lock.locked {
      let function = try find(compiler)
      try compilePending(at: site)
      return function
    }
  }

  /// The same where there may be none.
  func compiledIfAny(
    at site: Site?, _ find: (Compiler) throws -> CompiledFunction?
  ) throws -> CompiledFunction? {
    try compiler.lock.locked {
      guard let function = try find(compiler) else { return nil }
      try compilePending(at: site)
      return function
    }
  }

  /// Compiles what was referred to while running.
  private func compilePending(at site: Site?) throws {
    guard !compiler.pending.isEmpty else { return reserveGlobals() }
    let errors = compiler.errorCount
    compiler.notePending()
    compiler.compilePending()
    reserveGlobals()
    if compiler.errorCount > errors {
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
    let function = try compiled(at: site) { compiler in
      guard let reference = compiler.witness(of: symbol, for: type.type, substitution) else {
        throw Fault("type '\(type.type)' has no '\(symbol.name)'", at: site)
      }
      return compiler.function(for: reference)
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

  /// Runs the `deinit` of every instance that has ended, and of what ends with one right after it.
  func bury(at site: Site?) throws {
    var waiting: [(type: TypeObject, fields: [Datum])] = []
    while true {
      waiting += graveyard.ended.reversed()
      graveyard.ended = []
      guard let next = waiting.popLast() else { return }
      try compiler.lock.locked { try compilePending(at: site) }
      let instance = InstanceObject(next.type, next.fields)
      for function in next.type.deinitializers {
        _ = try call(function, [.instance(instance)], at: site)
      }
    }
  }

  /// Where instances of a class are noted when they end; `nil` for classes that do nothing then.
  func graveyard(for type: TypeObject) -> Graveyard? {
    type.deinitializers.isEmpty ? nil : graveyard
  }

  /// A new instance of a class whose properties have their initial values.
  func makeInstance(of type: TypeObject, at site: Site?) throws -> Datum {
    let function = try compiled(at: site) { $0.allocator(of: type.type) }
    return try call(function, [], at: site)
  }
}

extension Machine {
  /// Makes room for variables that were added while compiling.
  func reserveGlobals() {
    let count = compiler.lock.locked { compiler.environment.valueCount }
    if globals.count < count { unsafe globalsPlace.pointee.grow(to: count) }
  }

  /// Makes room for a variable that may have been added while compiling.
  @inline(__always)
  func reserveGlobal(_ index: Int) {
    if index >= globals.count { reserveGlobals() }
  }

  /// The variables as they are now.
  var variables: [Datum] { (0..<compiler.environment.valueCount).map { globals[$0] } }

  /// Ends the run: what it leaves, with the last value under the name `_` where that is wanted.
  func finish(remembersResult: Bool) -> CellState {
    graveyard.isOpen = false
    stack.freeFrames()
    var result = CellState()
    result.globals = isWhole ? variables : variablesOfFinishedStatements
    if !isWhole { compiler.forgetUnfinished(finished: finishedStatements) }
    compiler.environment.finishedStatements = isWhole ? nil : finishedStatements
    compiler.noteUnset(result.globals)
    if remembersResult, isWhole, let value = lastValue {
      let index = compiler.placeOfLastValue(value.type)
      while result.globals.count <= index { result.globals.append(.void) }
      result.globals[index] = value.datum
    }
    result.environment = compiler.environment
    return result
  }
}

/// What a call by type found last.
private struct Dispatched {
  var type: TypeObject?
  var function: CompiledFunction?
}

private struct ImplementationKey: Hashable {
  var symbol: ObjectIdentifier
  var type: ObjectIdentifier
  var substitution: Substitution
}

extension Machine: ClosureCaller {
  func keepResult() { isResultKept = true }

  func call(_ function: Value, _ arguments: [Value]) throws -> Value {
    guard case .function(let type) = function.type else {
      throw HostCallError.notAFunction(function.typeName)
    }
    guard type.parameters.count == arguments.count else {
      throw HostCallError.argumentCount(expected: type.parameters.count, got: arguments.count)
    }
    let data = zip(arguments, type.parameters).map { adapt($0, to: $1.type) }
    return Value(try call(function.datum, data, at: nil), type.result)
  }

  /// A value that host code made, in the form that a type wants.
  func adapt(_ value: Value, to type: Type) -> Datum {
    if case .existential = type {
      if case .existential = value.type { return value.datum }
      return erase(value.datum, resolved(value.type))
    }
    if let wrapped = type.optionalWrapped {
      if value.type.isOptional {
        guard let inner = value.unwrapped else { return .none }
        return adapt(inner, to: wrapped).wrapped(ifOptional: wrapped)
      }
      return adapt(value, to: wrapped).wrapped(ifOptional: wrapped)
    }
    switch (type.scalarKind, value.datum) {
    case (.floating, .int(let number)): return .double(Double(number))
    case (.floating, .double(let number)):
      return .double(type == .float ? Double(Float(number)) : number)
    default: break
    }
    if let element = type.arrayElement {
      // Arrays that are right as they are are not looked at: they may have millions of elements.
      switch (element.arrayStorage, value.datum) {
      case (.ints, .ints), (.doubles, .doubles), (.bools, .bools): return value.datum
      case (_, .values) where element == .string && value.type.arrayElement == .string:
        return value.datum
      default: break
      }
      if let elements = value.elements {
        return .array(elements.map { adapt($0, to: element) }, of: element)
      }
    }
    if case .tuple(let parts) = type, case .tuple(let object) = value.datum,
      case .tuple(let own) = value.type, own.count == parts.count
    {
      return .tuple(
        TupleObject(
          zip(zip(object.elements, own), parts).map { adapt(Value($0.0, $0.1.type), to: $1.type) }))
    }
    if let types = type.dictionaryTypes, let pairs = value.pairs {
      let table = DictionaryObject()
      for pair in pairs {
        // Keys that the program compares itself are not made by host code.
        table.set(adapt(pair.key, to: types.key), to: adapt(pair.value, to: types.value))
      }
      return .dictionary(table)
    }
    return value.datum
  }

  func resolved(_ type: Type) -> Type {
    type.mapLeaves { leaf in
      if case .unresolved(let name) = leaf {
        for case .type(let nominal) in compiler.library.symbols(named: name) {
          return .nominal(nominal, [])
        }
      }
      return nil
    }
  }
}
