internal import CellChecking
internal import CellSyntax

/// A function ready to run, or one that is still to be compiled.
///
/// Code that calls a function holds it, so that a call looks nothing up.
final class CompiledFunction: @unchecked Sendable {
  // Filled once, by the compiler that made it and before anything runs it; what it is made of holds code
  // only.

  private(set) var name = "pending"
  private(set) var source: SourceText?
  /// Slots and registers of a call.
  private(set) var slotCount = 0
  private(set) var registerCount = 0
  private(set) var convention = CallConvention([], result: .boxed)
  /// What it was compiled from.
  var origin: FunctionOrigin?
  /// What runs it; `nil` until it is compiled.
  private(set) var code: RegisterCode?
  /// What the interpreter needs to know for a call.
  private(set) var entry = Entry()

  /// What a call of register code needs to know.
  @safe struct Entry {
    /// The code, which the function holds.
    var code: CodePointer?
    /// How arguments travel; −1 when they cannot stay in registers.
    var key = -1
    /// The same for callers that have the receiver boxed where it is expected in registers.
    var boxedReceiverKey = -1
    /// The same when the code uses registers only, so that a call needs no frame; otherwise −1.
    var framelessKey = -1
    var slotCount = 0
    var registerCount = 0
    /// The register in which a closure finds what it captured.
    var captureRegister = 0
  }

  /// A function still to be filled.
  init() {}

  /// A function with its code; `isFrameless` when that uses registers only.
  init(
    name: String, source: SourceText?, slotCount: Int, registerCount: Int,
    convention: CallConvention, code: RegisterCode, isFrameless: Bool = false
  ) {
    self.name = name
    self.source = source
    self.slotCount = slotCount
    self.registerCount = registerCount
    self.convention = convention
    self.code = code
    let key = convention.key == 0 ? -1 : convention.key
    entry = Entry(
      code: code.pointer, key: key, framelessKey: isFrameless ? key : -1, slotCount: slotCount,
      registerCount: registerCount, captureRegister: convention.width)
    guard convention.parameters.first?.layout != nil, key > 0 else { return }
    entry.boxedReceiverKey = convention.withBoxedReceiver.key
  }

  /// Makes it the same as another.
  func fill(with other: CompiledFunction) {
    name = other.name
    source = other.source
    slotCount = other.slotCount
    registerCount = other.registerCount
    convention = other.convention
    code = other.code
    entry = other.entry
  }
}

/// The variables of one call.
///
/// The machine keeps frames for the next calls: making one anew would cost more than most calls do.
final class Frame {
  let machine: Machine
  private(set) var slots: Slots
  /// The scalars, in the machine's stack of registers.
  private(set) var registers: Registers
  var result: Datum = .void
  /// What the closure being run captured.
  private(set) var captures: [Datum] = []
  private var used = 0

  init(_ machine: Machine) {
    self.machine = machine
    slots = Slots(count: 16)
    registers = machine.stack.top
  }

  /// Makes it ready for a call; all slots are empty.
  @inline(__always)
  func open(_ count: Int, _ registers: Registers, _ captures: [Datum]) {
    if count > slots.count { grow(count) }
    used = count
    self.registers = registers
    if !captures.isEmpty { self.captures = captures }
  }

  /// The same for a closure, or for a function that captured nothing.
  @inline(__always)
  func open(_ count: Int, _ registers: Registers, _ closure: Unmanaged<ClosureObject>?) {
    if count > slots.count { grow(count) }
    used = count
    self.registers = registers
    if let closure = unsafe closure {
      captures = unsafe closure._withUnsafeGuaranteedRef { $0.captures }
    }
  }

  @inline(never)
  private func grow(_ count: Int) {
    // Not in place: accesses to a property that is changed in place are checked for overlap.
    var larger = slots
    larger.grow(to: count)
    slots = larger
  }

  /// Lets go of the variables.
  @inline(__always)
  func empty() { slots.clear(used) }

  /// Lets go of everything.
  @inline(__always)
  func close() {
    slots.clear(used)
    if case .void = result {} else { result = .void }
    if !captures.isEmpty { captures = [] }
  }

  /// Puts an argument where its parameter is.
  @inline(__always)
  func pass(_ argument: Datum, at index: Int, of function: CompiledFunction) {
    if !function.convention.put(argument, at: index, in: registers) { slots[index] = argument }
  }

  deinit { slots.free() }
}

/// Running code went wrong; no `catch` in a cell catches it.
struct Fault: Error {
  var kind = CellFailure.Kind.fault
  var message: String
  var site: Site?
  var frames: [CellFailure.Frame] = []
  /// The messages about source that was compiled only when it was to run, in the place of `message`.
  var diagnostics: [CellDiagnostic] = []

  /// Source that does not compile for the types that it turned out to be used with.
  static func notCompiled(_ diagnostics: [CellDiagnostic], at site: Site?) -> Fault {
    var fault = Fault(diagnostics.last?.message ?? "does not compile", at: site)
    fault.diagnostics = diagnostics.filter { $0.severity == .error && $0.place != nil }
    return fault
  }

  init(_ message: String, at site: Site?, kind: CellFailure.Kind = .fault) {
    self.message = message
    self.site = site
    self.kind = kind
  }
}

/// An error that a cell threw.
struct Thrown: Error {
  var value: Datum
  var site: Site?
}

extension Fault {
  /// A variable is read that has no value yet.
  static func unset(_ site: Site?) -> Fault { Fault("value used before it was set", at: site) }

  static func foundNil(_ site: Site?, isImplicit: Bool = false) -> Fault {
    Fault(
      "Fatal error: Unexpectedly found nil while \(isImplicit ? "implicitly " : "")unwrapping an Optional value",
      at: site)
  }

  /// The message without the words of a process that stops.
  var plainMessage: String { Self.plain(message) }

  /// A message without what Swift prints before it stops a process.
  static func plain(_ message: String) -> String {
    let prefix = "Fatal error: "
    return message.hasPrefix(prefix) ? String(message.dropFirst(prefix.count)) : message
  }

  static func overflow(_ name: String, _ x: Int, _ y: Int, _ type: Type, _ site: Site?) -> Fault {
    let isUnsigned = type.integerWidth?.isSigned == false
    func text(_ value: Int) -> String { isUnsigned ? "\(UInt(bitPattern: value))" : "\(value)" }
    return Fault(
      "Fatal error: arithmetic operation '\(text(x)) \(name) \(text(y))' (on type '\(type)') results in an overflow",
      at: site)
  }
}
