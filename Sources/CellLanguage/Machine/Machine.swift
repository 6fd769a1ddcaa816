internal import Allowances
internal import CellChecking
internal import CellSyntax
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
  let program: Program
  var compiler: Compiler { program.compiler }
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
  var implementations: [ImplementationKey: CompiledFunction] = [:]
  /// What each call that dispatches by type found last.
  var dispatched: [Dispatched] = []
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
    program: Program, original: [Datum], console: any Console, interrupt: InterruptFlag,
    limits: Limits, graveyard: Graveyard, lowestStack: UInt,
    random: CellRandom = CellRandom(seed: 0)
  ) {
    self.random = random
    self.lowestStack = lowestStack
    self.graveyard = graveyard
    self.original = original
    var copier = GraphCopier(graveyard, lowestStack: lowestStack)
    let variables = copier.copy(original, program.compiled)
    stack = CallStack.take(depth: limits.callDepth)
    self.program = program
    hasOutdatedTypes = program.compiled.hasOutdatedTypes
    hasDeinitializers = program.compiler.environment.hasDeinitializers
    helpedGraveyard = nil
    unsafe globalsPlace = Self.place(variables, count: program.compiled.valueCount)
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
    program = machine.program
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
}

extension Machine {
  /// Makes room for variables that were added while compiling.
  func reserveGlobals() {
    let count = program.lock.locked { program.compiled.valueCount }
    if globals.count < count { unsafe globalsPlace.pointee.grow(to: count) }
  }

  /// Makes room for a variable that may have been added while compiling.
  @inline(__always)
  func reserveGlobal(_ index: Int) {
    if index >= globals.count { reserveGlobals() }
  }

  /// The variables as they are now.
  var variables: [Datum] { (0..<program.compiled.valueCount).map { globals[$0] } }

  /// Ends the run: what it leaves, with the last value under the name `_` where that is wanted.
  func finish(remembersResult: Bool) -> CellState {
    graveyard.isOpen = false
    stack.freeFrames()
    var result = CellState()
    result.globals = isWhole ? variables : variablesOfFinishedStatements
    if !isWhole { program.forgetUnfinished(finished: finishedStatements) }
    program.compiled.finishedStatements = isWhole ? nil : finishedStatements
    program.noteUnset(result.globals)
    if remembersResult, isWhole, let value = lastValue {
      let index = program.placeOfLastValue(value.type)
      while result.globals.count <= index { result.globals.append(.void) }
      result.globals[index] = value.datum
    }
    result.environment = compiler.environment
    result.compiled = program.compiled
    return result
  }
}
