internal import CellChecking
internal import CellSyntax

/// Code for the register machine: a function.
///
/// Scalar variables are registers, structs and tuples of scalars are registers in a row, and everything else
/// is in slots of the frame.
@safe final class RegisterCode: @unchecked Sendable {
  // Never changed after it is made.

  /// What the interpreter reads.
  let pointer: CodePointer
  /// What it reads seldom.
  private let whole: WholeCode

  /// - Parameter own: the function whose code it is; it holds the code, and not the other way round.
  init(_ parts: RegisterCodeParts, own: CompiledFunction? = nil) {
    whole = WholeCode(parts, own)
    pointer = CodePointer(parts, whole)
  }

  deinit { pointer.free() }
}

/// All that register code was made from.
final class WholeCode {
  let parts: RegisterCodeParts
  private(set) weak var own: CompiledFunction?

  init(_ parts: RegisterCodeParts, _ own: CompiledFunction?) {
    self.parts = parts
    self.own = own
  }
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
    let literals: UnsafeMutablePointer<String>
    let runs: UnsafeMutablePointer<RunTarget>
    let splits: UnsafeMutablePointer<TextSplit>
    let natives: UnsafeMutablePointer<Unmanaged<NativeTarget>>
    let constructions: UnsafeMutablePointer<Unmanaged<Construction>>
    let layouts: UnsafeMutablePointer<Unmanaged<RegisterLayout>>
    let data: UnsafeMutablePointer<Datum>
    let result: ScalarKind?
    /// The whole, which the code holds.
    let whole: Unmanaged<WholeCode>
  }

  private let tables: UnsafeMutablePointer<Tables>

  fileprivate init(_ parts: RegisterCodeParts, _ whole: WholeCode) {
    unsafe tables = .allocate(capacity: 1)
    unsafe tables.initialize(
      to: Tables(
        start: Self.copy(parts.instructions), constants: Self.copy(parts.constants),
        operations: Self.copy(parts.operations),
        calls: Self.copy(parts.calls.map(CallTarget.init)),
        literals: Self.copy(parts.literals), runs: Self.copy(parts.runs.map(RunTarget.init)),
        splits: Self.copy(parts.splits),
        natives: Self.copy(parts.natives.map { unsafe Unmanaged.passUnretained($0) }),
        constructions: Self.copy(parts.constructions.map { unsafe Unmanaged.passUnretained($0) }),
        layouts: Self.copy(parts.layouts.map { unsafe Unmanaged.passUnretained($0) }),
        data: Self.copy(parts.data), result: parts.result.scalar,
        whole: .passUnretained(whole)))
  }

  static func copy<Element>(_ elements: [Element]) -> UnsafeMutablePointer<Element> {
    let result = UnsafeMutablePointer<Element>.allocate(capacity: elements.count)
    for (index, element) in elements.enumerated() {
      unsafe (result + index).initialize(to: element)
    }
    return unsafe result
  }

  fileprivate func free() {
    let parts = parts
    unsafe Self.free(tables.pointee.start, parts.instructions.count)
    unsafe Self.free(tables.pointee.constants, parts.constants.count)
    unsafe Self.free(tables.pointee.operations, parts.operations.count)
    for index in parts.calls.indices { unsafe tables.pointee.calls[index].free() }
    unsafe Self.free(tables.pointee.calls, parts.calls.count)
    unsafe Self.free(tables.pointee.literals, parts.literals.count)
    for index in parts.runs.indices { unsafe tables.pointee.runs[index].free() }
    unsafe Self.free(tables.pointee.runs, parts.runs.count)
    unsafe Self.free(tables.pointee.splits, parts.splits.count)
    unsafe Self.free(tables.pointee.natives, parts.natives.count)
    unsafe Self.free(tables.pointee.constructions, parts.constructions.count)
    unsafe Self.free(tables.pointee.layouts, parts.layouts.count)
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
  func layout(_ index: UInt16) -> Unmanaged<RegisterLayout> {
    unsafe tables.pointee.layouts[Int(index)]
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

  /// The scalar that the function returns, in the first register.
  @inline(__always)
  func resultScalar(_ registers: Registers) -> Datum {
    Datum(bits: registers[0], result ?? .integer)
  }

  /// The record that the function returns, in registers.
  func resultRecord(_ registers: Registers) -> Datum {
    with { whole in whole.parts.result.layout.map { $0.datum(registers) } ?? .void }
  }

  /// Adds a literal to the tail of a text.
  @inline(__always)
  func add(literal index: UInt16, to tail: TextTail, of text: Cursor) {
    unsafe tail.add(tables.pointee.literals[Int(index)], to: text)
  }

  /// Adds literals and integers to the tail of a text.
  @inline(__always)
  func add(run index: UInt16, _ registers: Registers, to tail: TextTail, of text: Cursor) {
    unsafe tail.add(tables.pointee.runs[Int(index)], registers, to: text)
  }

  /// How the function returns a scalar; `nil` when it returns another value or none.
  @inline(__always)
  var result: ScalarKind? { unsafe tables.pointee.result }

  // MARK: - What is read seldom

  @inline(__always)
  private func with<R>(_ read: (WholeCode) -> R) -> R {
    unsafe tables.pointee.whole._withUnsafeGuaranteedRef(read)
  }

  func site(of call: Int) -> CallSite { with { $0.parts.calls[call] } }
  /// On what an operation on integers works, and where it stands.
  func operands(of operation: UInt16) -> (type: Type, site: Site) {
    with { $0.parts.operands[Int(operation)] }
  }
  func type(_ index: UInt16) -> Type { with { $0.parts.types[Int(index)] } }
  func cast(_ index: UInt16) -> (from: Type, to: Type) { with { $0.parts.casts[Int(index)] } }
  func property(_ index: UInt16) -> StaticSlot { with { $0.parts.statics[Int(index)] } }
  func literal(_ index: UInt16) -> String { with { $0.parts.literals[Int(index)] } }
  /// The function whose code it is, for a function that speaks of itself.
  var own: CompiledFunction? { with(\.own) }
  /// The tables for whoever prints the code.
  var parts: RegisterCodeParts { with(\.parts) }

  /// What takes over when an error comes out of the instruction that was taken last; the first is the
  /// innermost.
  func handler(of error: any Error, before next: InstructionPointer) -> Handler? {
    let handlers = with(\.parts.handlers)
    if handlers.isEmpty { return nil }
    let index = index(before: next)
    return handlers.first { $0.range.contains(index) && $0.takes(error) }
  }

  private func index(before next: InstructionPointer) -> Int {
    unsafe next.address - UnsafePointer(tables.pointee.start) - 1
  }

  /// The source of the instruction that was taken last.
  func site(before next: InstructionPointer) -> Site? {
    let index = index(before: next)
    return with { $0.parts.sites[index] }
  }
}

/// What register code is made from.
struct RegisterCodeParts {
  var instructions: [Instruction] = []
  var constants: [Int] = []
  var operations: [IntegerOperation] = []
  var operands: [(type: Type, site: Site)] = []
  var literals: [String] = []
  var runs: [TextRun] = []
  var splits: [TextSplit] = []
  var natives: [NativeTarget] = []
  var constructions: [Construction] = []
  var layouts: [RegisterLayout] = []
  var data: [Datum] = []
  var calls: [CallSite] = []
  var types: [Type] = []
  var casts: [(from: Type, to: Type)] = []
  var statics: [StaticSlot] = []
  var handlers: [Handler] = []
  var sites: [Int: Site] = [:]
  var result = Passing.boxed
}

/// An operation on integers that has no instruction of its own.
///
/// It refers to nothing that is counted: threads that run the same code would pass the counts to and
/// fro at every operation.
struct IntegerOperation: BitwiseCopyable {
  let operation: Operation
  let width: IntegerWidth
}

/// A static stored property: its place among the variables of the cells, and what makes its first value.
struct StaticSlot {
  var index: Int
  var initial: CompiledFunction?
}
