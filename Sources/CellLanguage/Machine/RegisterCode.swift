/// Code for the register machine: a function, or a loop in one.
///
/// Scalar variables are registers and everything else is in slots of the frame; what has no instruction
/// is a closure over the same frame, so that any statement can be part of register code.
@safe final class RegisterCode: @unchecked Sendable {
  // Never changed after it is made.

  /// What the interpreter reads.
  let pointer: CodePointer

  /// A `break` or `continue` by the number of what it belongs to.
  struct Exit: Hashable {
    var number: Int
    var isBreak: Bool
  }

  init(_ parts: RegisterCodeParts) { pointer = CodePointer(parts) }

  deinit { pointer.free() }
}

/// The tables of register code, where they lie: reading one retains nothing.
@safe struct CodePointer {
  // The tables belong to a `RegisterCode`, which outlives every use; the compiler counted what is in
  // them, and indices come from its instructions only.

  @unsafe private struct Tables {
    let start: UnsafeMutablePointer<Instruction>
    let constants: UnsafeMutablePointer<Int>
    let operations: UnsafeMutablePointer<IntegerOperation>
    let calls: UnsafeMutablePointer<CallTarget>
    let integers: UnsafeMutablePointer<IntEscape>
    let doubles: UnsafeMutablePointer<DoubleEscape>
    let booleans: UnsafeMutablePointer<BoolEscape>
    let values: UnsafeMutablePointer<DatumEscape>
    let steps: UnsafeMutablePointer<StepEscape>
    let literals: UnsafeMutablePointer<String>
    let runs: UnsafeMutablePointer<TextRun>
    let splits: UnsafeMutablePointer<TextSplit>
    let natives: UnsafeMutablePointer<Unmanaged<NativeTarget>>
    let constructions: UnsafeMutablePointer<Unmanaged<Construction>>
    let data: UnsafeMutablePointer<Datum>
    let result: ScalarKind?
    let parts: RegisterCodeParts
  }

  private let tables: UnsafeMutablePointer<Tables>

  fileprivate init(_ parts: RegisterCodeParts) {
    unsafe tables = .allocate(capacity: 1)
    unsafe tables.initialize(
      to: Tables(
        start: Self.copy(parts.instructions), constants: Self.copy(parts.constants),
        operations: Self.copy(parts.operations),
        calls: Self.copy(parts.calls.map(CallTarget.init)), integers: Self.copy(parts.integers),
        doubles: Self.copy(parts.doubles), booleans: Self.copy(parts.booleans),
        values: Self.copy(parts.values), steps: Self.copy(parts.steps),
        literals: Self.copy(parts.literals), runs: Self.copy(parts.runs),
        splits: Self.copy(parts.splits),
        natives: Self.copy(parts.natives.map { unsafe Unmanaged.passUnretained($0) }),
        constructions: Self.copy(parts.constructions.map { unsafe Unmanaged.passUnretained($0) }),
        data: Self.copy(parts.data), result: parts.result, parts: parts))
  }

  fileprivate static func copy<Element>(_ elements: [Element]) -> UnsafeMutablePointer<Element> {
    let result = UnsafeMutablePointer<Element>.allocate(capacity: elements.count)
    for (index, element) in elements.enumerated() {
      unsafe (result + index).initialize(to: element)
    }
    return unsafe result
  }

  fileprivate func free() {
    let parts = unsafe tables.pointee.parts
    unsafe Self.free(tables.pointee.start, parts.instructions.count)
    unsafe Self.free(tables.pointee.constants, parts.constants.count)
    unsafe Self.free(tables.pointee.operations, parts.operations.count)
    for index in parts.calls.indices { unsafe tables.pointee.calls[index].free() }
    unsafe Self.free(tables.pointee.calls, parts.calls.count)
    unsafe Self.free(tables.pointee.integers, parts.integers.count)
    unsafe Self.free(tables.pointee.doubles, parts.doubles.count)
    unsafe Self.free(tables.pointee.booleans, parts.booleans.count)
    unsafe Self.free(tables.pointee.values, parts.values.count)
    unsafe Self.free(tables.pointee.steps, parts.steps.count)
    unsafe Self.free(tables.pointee.literals, parts.literals.count)
    unsafe Self.free(tables.pointee.runs, parts.runs.count)
    unsafe Self.free(tables.pointee.splits, parts.splits.count)
    unsafe Self.free(tables.pointee.natives, parts.natives.count)
    unsafe Self.free(tables.pointee.constructions, parts.constructions.count)
    unsafe Self.free(tables.pointee.data, parts.data.count)
    unsafe Self.free(tables, 1)
  }

  private static func free<Element>(_ pointer: UnsafeMutablePointer<Element>, _ count: Int) {
    unsafe pointer.deinitialize(count: count)
    unsafe pointer.deallocate()
  }

  // MARK: - Reading

  /// An instruction's place.
  @inline(__always)
  func pointer(to index: Int) -> InstructionPointer {
    unsafe InstructionPointer(tables.pointee.start + index)
  }

  @inline(__always)
  func constant(_ index: UInt16) -> Int { unsafe tables.pointee.constants[Int(index)] }
  @inline(__always)
  func operation(_ index: UInt16) -> IntegerOperation {
    unsafe tables.pointee.operations[Int(index)]
  }
  @inline(__always)
  func call(_ index: UInt16) -> CallTarget { unsafe tables.pointee.calls[Int(index)] }
  @inline(__always)
  func integer(_ index: UInt16, _ frame: Frame) throws -> Int {
    try unsafe tables.pointee.integers[Int(index)].compute(frame)
  }
  @inline(__always)
  func double(_ index: UInt16, _ frame: Frame) throws -> Double {
    try unsafe tables.pointee.doubles[Int(index)].compute(frame)
  }
  @inline(__always)
  func boolean(_ index: UInt16, _ frame: Frame) throws -> Bool {
    try unsafe tables.pointee.booleans[Int(index)].compute(frame)
  }
  @inline(__always)
  func value(_ index: UInt16, _ frame: Frame) throws -> Datum {
    try unsafe tables.pointee.values[Int(index)].compute(frame)
  }
  @inline(__always)
  func step(_ index: UInt16, _ frame: Frame) throws -> Flow {
    try unsafe tables.pointee.steps[Int(index)].step(frame)
  }

  /// A native function's call, which `parts` hold.
  @inline(__always)
  func native(_ index: UInt16) -> Unmanaged<NativeTarget> {
    unsafe tables.pointee.natives[Int(index)]
  }
  @inline(__always)
  func construction(_ index: UInt16) -> Unmanaged<Construction> {
    unsafe tables.pointee.constructions[Int(index)]
  }
  @inline(__always)
  func datum(_ index: UInt16) -> Datum { unsafe tables.pointee.data[Int(index)] }
  /// At a constant, for reading.
  @inline(__always)
  func cursor(toDatum index: UInt16) -> Cursor {
    unsafe Cursor(tables.pointee.data + Int(index))
  }
  @inline(__always)
  func split(_ index: UInt16) -> TextSplit { unsafe tables.pointee.splits[Int(index)] }

  /// Adds a literal to the text at a cursor.
  @inline(__always)
  func append(literal index: UInt16, to cursor: Cursor) {
    unsafe cursor.append(text: tables.pointee.literals[Int(index)])
  }

  /// Adds literals and integers to the text at a cursor.
  @inline(__always)
  func append(run index: UInt16, _ registers: Registers, to cursor: Cursor) {
    unsafe cursor.append(text: tables.pointee.runs[Int(index)].text(registers))
  }

  /// How the function returns a scalar; `nil` when it returns another value or none.
  @inline(__always)
  var result: ScalarKind? { unsafe tables.pointee.result }

  // MARK: - What is read seldom

  func site(of call: Int) -> CallSite { unsafe tables.pointee.parts.calls[call] }
  /// On what an operation on integers works, and where it stands.
  func operands(of operation: UInt16) -> (type: Type, site: Site) {
    unsafe tables.pointee.parts.operands[Int(operation)]
  }
  func flow(_ index: UInt16) -> Flow { unsafe tables.pointee.parts.flows[Int(index)] }

  /// The source of the instruction that was taken last.
  func site(before next: InstructionPointer) -> Site? {
    unsafe tables.pointee.parts.sites[next.address - UnsafePointer(tables.pointee.start) - 1]
  }

  /// Where a flow that a closure answered leads in this code; `nil` when out of it.
  func target(of flow: Flow, from step: UInt16) -> Int? {
    let exits = unsafe tables.pointee.parts.exits
    return switch flow {
    case .broke(let number): exits[RegisterCode.Exit(number: number, isBreak: true)]
    case .continued(let number): exits[RegisterCode.Exit(number: number, isBreak: false)]
    case .fellThrough: unsafe tables.pointee.steps[Int(step)].fallthroughTarget
    case .next, .returned: nil
    }
  }
}

/// What register code is made from.
struct RegisterCodeParts {
  var instructions: [Instruction] = []
  var constants: [Int] = []
  var operations: [IntegerOperation] = []
  var operands: [(type: Type, site: Site)] = []
  var integers: [IntEscape] = []
  var doubles: [DoubleEscape] = []
  var booleans: [BoolEscape] = []
  var values: [DatumEscape] = []
  var steps: [StepEscape] = []
  var literals: [String] = []
  var runs: [TextRun] = []
  var splits: [TextSplit] = []
  var natives: [NativeTarget] = []
  var constructions: [Construction] = []
  var data: [Datum] = []
  var calls: [CallSite] = []
  var flows: [Flow] = []
  var exits: [RegisterCode.Exit: Int] = [:]
  var sites: [Int: Site] = [:]
  var result: ScalarKind?
}

/// An operation on integers that has no instruction of its own.
///
/// It refers to nothing that is counted: threads that run the same code would pass the counts to and
/// fro at every operation.
struct IntegerOperation: BitwiseCopyable {
  let operation: Operation
  let width: IntegerWidth
}

// Closures in structs: an array of bare closures calls each through another one that converts its
// arguments and result, and so does a generic struct.

/// An integer that a closure computes.
struct IntEscape { let compute: IntCode }

/// A floating-point number that a closure computes.
struct DoubleEscape { let compute: DoubleCode }

/// A truth value that a closure computes.
struct BoolEscape { let compute: BoolCode }

/// A boxed value that a closure computes.
struct DatumEscape { let compute: Code }

/// A statement that runs as a closure.
struct StepEscape {
  let step: Step
  /// Where `fallthrough` in it leads.
  let fallthroughTarget: Int?
}

/// A call in register code.
struct CallSite {
  /// The function, where it is known when code is made.
  let function: CompiledFunction?
  let convention: CallConvention
  /// Slots of the caller that boxed arguments move out of, with the number of their parameter.
  let boxed: [(slot: Int, parameter: Int)]
  /// The slot that takes a result that is no scalar; `nil` when nobody wants it.
  let resultSlot: Int?
  /// The method that `callByType` looks for.
  let method: DispatchedMethod?
  let site: Site

  /// Whether it takes arguments from slots of the caller, or puts its result into one.
  var usesSlots: Bool { !boxed.isEmpty || resultSlot != nil }
}

/// What the interpreter reads of a call.
@safe struct CallTarget {
  /// The function, where it is known when code is made; its call site holds it.
  let function: Unmanaged<CompiledFunction>?
  let key: Int
  /// The slot that takes the result; −1 for none.
  let resultSlot: Int
  private let boxedCount: Int
  private let boxed: UnsafeMutablePointer<(slot: Int, parameter: Int)>

  init(_ site: CallSite) {
    unsafe function = site.function.map { unsafe Unmanaged.passUnretained($0) }
    key = site.convention.key
    resultSlot = site.resultSlot ?? -1
    boxedCount = site.boxed.count
    unsafe boxed = CodePointer.copy(site.boxed)
  }

  /// Moves boxed arguments from the slots of the caller to where their parameters are.
  @inline(__always)
  func pass(from outer: Slots, to inner: Slots) {
    for index in 0..<boxedCount {
      let argument = unsafe boxed[index]
      inner.cursor(argument.parameter).take(from: outer.cursor(argument.slot))
    }
  }

  /// Gives the memory back.
  fileprivate func free() { unsafe boxed.deallocate() }
}

/// A method found by the dynamic type of its receiver.
struct DispatchedMethod {
  let symbol: FunctionSymbol
  let substitution: Substitution
  /// The static type of the receiver.
  let receiver: Type
  /// The number under which the machine remembers what it found last.
  let number: Int
}

/// How arguments and results of a function travel: scalars in registers, everything else boxed.
struct CallConvention: Equatable {
  /// How each parameter is passed; `nil` is boxed.
  let parameters: [ScalarKind?]
  let result: ScalarKind?
  /// The same as one number, for comparing; 0 when there are too many parameters.
  let key: Int

  init(_ parameters: [ScalarKind?], result: ScalarKind?) {
    self.parameters = parameters
    self.result = result
    guard parameters.count < 28 else {
      key = 0
      return
    }
    key = parameters.reduce(4 | Self.code(result)) { $0 << 2 | Self.code($1) }
  }

  private static func code(_ kind: ScalarKind?) -> Int {
    switch kind {
    case nil: 0
    case .integer: 1
    case .floating: 2
    case .boolean: 3
    }
  }
}
