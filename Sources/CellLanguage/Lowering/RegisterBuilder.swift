internal import CellChecking
internal import CellSyntax

/// Makes the code of a function from its checked statements.
///
/// An expression goes to a `Destination`: a scalar to a register, a value of few scalars to registers in a
/// row, everything else to a slot of the frame. `RegisterBuilder+Expressions` has the first, `+Records` the
/// second, `+Values` the third, `+Choices` what they have in common.
/// Places that are changed are made ready by `settle` and then reached by the cursor along a `Route`.
final class RegisterBuilder {
  let lowerer: Lowerer
  var parts = RegisterCodeParts()
  /// Whether anything of a frame is used: slots, captured values. A call of a function that uses none
  /// runs on the slots of its caller.
  private var usesFrame = false
  /// Whether a number did not fit an instruction.
  private var isTooLarge = false
  /// What is left when a jump leads out of it, the innermost last.
  var scopes: [Scope] = []
  /// Where `break` and `continue` lead.
  var breakLabels: [ObjectIdentifier: Exit] = [:]
  var continueLabels: [ObjectIdentifier: Exit] = [:]
  /// Where `fallthrough` leads.
  var fallthroughExit: Exit?
  /// Where an optional chain ends that met `nil`, the innermost last.
  var chainEnds: [Label] = []
  /// Where the value of a branch of an `if` or `switch` expression goes.
  var branchDestination: Destination?
  /// Slots for boxed values in between that are free.
  private var freeSlots: [Int] = []
  /// Slots of keys on the cursor's way.
  var keySlots: [Int] = []
  /// Registers of literals that the loop around uses, filled before it begins; `nil` outside of loops.
  var hoisted: Hoisting?
  /// The registers that loops one after the other use for that.
  lazy var literalRegisters = (0..<6).map { _ in lowerer.newRegister() }
  /// Where what is returned waits while `defer` runs.
  lazy var returnedRegister = lowerer.newRegister()
  lazy var returnedSlot = lowerer.newSlot()
  lazy var returnedRecord = lowerer.newRegisters(parts.result.width)
  /// The values of constants of the function that are known, as words.
  var constants: [ObjectIdentifier: Int] = [:]
  /// Literals that were found too large.
  var reported: Set<ObjectIdentifier> = []
  private var labels: [Int?] = []
  private var references: [Int: Label] = [:]
  private var handlers: [(handler: Handler, label: Label)] = []

  /// A place in the code that jumps lead to, perhaps still to come.
  struct Label {
    let index: Int
  }

  /// Where a value goes.
  enum Destination {
    case register(Int)
    /// The registers from a number on.
    case record(Int, RegisterLayout)
    case slot(Int)
    case nowhere
  }

  init(_ lowerer: Lowerer) { self.lowerer = lowerer }

  // MARK: - The whole

  /// The code of a function, and whether it uses registers only; `nil` when it is too large.
  func function(_ body: [TypedStatement], _ convention: CallConvention)
    -> (RegisterCode, isFrameless: Bool)?
  {
    // Boxed arguments move into the slots of a frame; without one they would stay with the caller, which
    // then copied what it changes.
    usesFrame = convention.parameters.contains(where: \.isBoxed)
    parts.result = convention.result
    packParameters(convention)
    for parameter in lowerer.function.parameters where parameter.isBoxed {
      let slot = lowerer.slot(of: parameter)
      emit(.newBox, slot, slot)
    }
    block(body)
    if lowerer.endsAreSeen, touchesSlots(since: 0) { emit(.bury) }
    returnNothing()
    let isFrameless = !usesFrame
    guard !isTooLarge else { return nil }
    if isFrameless { shortenCallsOfItself(convention) }
    finish()
    return (RegisterCode(parts, own: lowerer.own), isFrameless)
  }

  /// Has calls of the function by itself begin its code anew, where that needs no frame.
  private func shortenCallsOfItself(_ convention: CallConvention) {
    for (index, instruction) in parts.instructions.enumerated() where instruction.opcode == .call {
      let call = parts.calls[Int(instruction.b)]
      if call.function === lowerer.own, call.convention.key == convention.key,
        call.convention.key != 0
      {
        parts.instructions[index].opcode = .callOwn
      }
    }
  }

  /// Fills in where jumps and handlers lead.
  private func finish() {
    var targets = labels.map { $0 ?? 0 }
    if references.contains(where: { !reaches(from: $0.key, targets[$0.value.index]) }) {
      targets = lengthenJumps(targets)
    } else {
      for (index, label) in references {
        parts.instructions[index].c = UInt16(truncatingIfNeeded: targets[label.index] - index - 1)
      }
    }
    parts.handlers = handlers.map { item in
      var handler = item.handler
      handler.target = targets[item.label.index]
      return handler
    }
  }

  private func reaches(from index: Int, _ target: Int) -> Bool {
    Int16(exactly: target - index - 1) != nil
  }

  /// Has every jump lead over a long one behind it: `if … jump over; jump over; jump far`.
  private func lengthenJumps(_ targets: [Int]) -> [Int] {
    let old = parts.instructions
    var places: [Int] = []
    var count = 0
    for index in old.indices {
      places.append(count)
      count += references[index] == nil ? 1 : 3
    }
    places.append(count)
    var new: [Instruction] = []
    for (index, instruction) in old.enumerated() {
      new.append(instruction)
      guard let label = references[index] else { continue }
      new[new.count - 1].c = 1
      new.append(Instruction(opcode: .jump, c: 1))
      let distance = places[targets[label.index]] - new.count - 1
      new.append(
        Instruction(
          opcode: .jumpFar, b: UInt16(truncatingIfNeeded: distance),
          c: UInt16(truncatingIfNeeded: distance >> 16)))
    }
    parts.instructions = new
    var sites: [Int: Site] = [:]
    for (index, site) in parts.sites { sites[places[index]] = site }
    parts.sites = sites
    for index in handlers.indices {
      let range = handlers[index].handler.range
      handlers[index].handler.range = places[range.lowerBound]..<places[range.upperBound]
    }
    return targets.map { places[$0] }
  }

  // MARK: - Instructions

  /// Adds an instruction; `site` is where messages about it point.
  func emit(
    _ opcode: Opcode, _ a: Int = 0, _ b: Int = 0, _ c: Int = 0, site: SourceRange? = nil
  ) {
    if let site { parts.sites[parts.instructions.count] = lowerer.site(site) }
    if opcode.usesFrame { usesFrame = true }
    let operands = -0x8000...0xFFFF
    if !(operands.contains(a) && operands.contains(b) && operands.contains(c)) { isTooLarge = true }
    parts.instructions.append(
      Instruction(
        opcode: opcode, a: UInt16(truncatingIfNeeded: a), b: UInt16(truncatingIfNeeded: b),
        c: UInt16(truncatingIfNeeded: c)))
  }

  /// Adds a call: what is called has the registers from `window` on; `slot` is that of a function value
  /// or a type.
  func emit(_ opcode: Opcode, _ call: CallSite, window: Int, slot: Int) {
    if call.usesSlots { usesFrame = true }
    parts.calls.append(call)
    emit(opcode, window, parts.calls.count - 1, slot)
  }

  /// Adds an instruction about a type.
  func emit(_ opcode: Opcode, _ slot: Int, type: Type, site: SourceRange? = nil) {
    parts.types.append(type)
    emit(opcode, slot, parts.types.count - 1, site: site)
  }

  /// Adds a fault.
  func fault(_ message: String, site: SourceRange) {
    parts.literals.append(message)
    emit(.fault, 0, parts.literals.count - 1, site: site)
  }

  /// Adds a jump.
  func jump(
    _ opcode: Opcode, _ a: Int = 0, _ b: Int = 0, to label: Label, site: SourceRange? = nil
  ) {
    references[parts.instructions.count] = label
    emit(opcode, a, b, site: site)
  }

  func newLabel() -> Label {
    labels.append(nil)
    return Label(index: labels.count - 1)
  }

  /// Says that a label is here.
  func place(_ label: Label) { labels[label.index] = parts.instructions.count }

  /// Adds instructions whose errors a handler takes over; those inside have theirs first.
  func guarded(_ kind: Handler.Kind, by label: Label, slot: Int, _ body: () -> Void) {
    let start = parts.instructions.count
    body()
    let range = start..<parts.instructions.count
    handlers.append((Handler(kind: kind, range: range, target: 0, slot: slot), label))
  }

  /// Whether instructions from a place on work on slots.
  func touchesSlots(since start: Int) -> Bool {
    parts.instructions[start...].contains { $0.opcode.usesFrame }
  }

  // MARK: - Values in between

  /// Runs `body` and gives back the registers that it took for values in between.
  func scoped<R>(_ body: () -> R) -> R {
    let mark = lowerer.freeRegister
    defer { lowerer.freeRegisters(from: mark) }
    return body()
  }

  func takeSlot() -> Int { freeSlots.popLast() ?? lowerer.newSlot() }

  /// Gives a slot back; one that is not empty holds its value no longer when that can be seen.
  func giveBack(_ slot: Int, isEmpty: Bool = false) {
    if lowerer.endsAreSeen, !isEmpty { emit(.clearSlot, slot) }
    freeSlots.append(slot)
  }

  /// Runs `body` with a slot for a value in between.
  func withSlot<R>(_ body: (Int) -> R) -> R {
    let slot = takeSlot()
    defer { giveBack(slot) }
    return body(slot)
  }

  func type(_ expression: TypedExpression) -> Type { lowerer.type(expression) }
  func kind(_ expression: TypedExpression) -> ScalarKind? { type(expression).scalarKind }
}
