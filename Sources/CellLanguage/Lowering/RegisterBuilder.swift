/// Makes register code of the statements of a function, or of one loop in it.
///
/// It knows the statements and expressions over scalars, arrays, stored properties and calls; whatever
/// else it meets becomes a closure, made by the lowerer, that the code calls (`Opcode.step` and the
/// `evaluate…` ones). Both see the same registers and slots.
final class RegisterBuilder {
  let lowerer: Lowerer
  var parts = RegisterCodeParts()
  /// Whether anything of a frame is used: slots, captured values, closures. A call of a function that
  /// uses none runs on the slots of its caller.
  private(set) var usesFrame = false
  /// Where `break` and `continue` lead, by the target's number.
  var breakLabels: [Int: Label] = [:]
  var continueLabels: [Int: Label] = [:]
  /// Where `fallthrough` leads.
  var fallthroughLabel: Label?
  /// Slots for boxed values in between that are free.
  private var freeSlots: [Int] = []
  /// Registers of literals that the loop around uses, filled before it begins; `nil` outside of loops.
  var hoisted: Hoisting?
  /// The registers that loops one after the other use for that.
  lazy var literalRegisters = (0..<6).map { _ in lowerer.newRegister() }
  private var labels: [Int?] = []
  private var references: [(instruction: Int, label: Label)] = []
  private var fallthroughs: [(step: Int, label: Label)] = []
  /// Whether the code is a function, and not a part of one that is run by closures.
  private(set) var isFunction = false

  /// A place in the code that jumps lead to, perhaps still to come.
  struct Label {
    let index: Int
  }

  init(_ lowerer: Lowerer) { self.lowerer = lowerer }

  // MARK: - The whole

  /// The code of a function; `nil` when it is too large, or objects must end where their variables do.
  func function(_ body: [TypedStatement], _ convention: CallConvention)
    -> (RegisterCode, isFrameless: Bool)?
  {
    guard !lowerer.compiler.environment.hasDeinitializers else { return nil }
    isFunction = true
    // Boxed arguments move into the slots of a frame; without one they would stay with the caller, which
    // then copied what it changes.
    usesFrame = convention.parameters.contains(nil)
    parts.result = convention.result
    statements(body)
    returnNothing()
    return finished().map { ($0, !usesFrame) }
  }

  /// The code of a loop among statements that are closures.
  func loop(_ statement: TypedStatement) -> Step? {
    guard !lowerer.compiler.environment.hasDeinitializers else { return nil }
    self.statement(statement)
    leave(.next)
    guard let code = finished() else { return nil }
    return { frame in try frame.machine.execute(code, frame) }
  }

  private func finished() -> RegisterCode? {
    let count = parts.instructions.count
    // Jumps are numbers with a sign.
    guard count < 1 << 15, lowerer.registerCount < 1 << 16, lowerer.slotCount < 1 << 16,
      parts.constants.count < 1 << 16
    else { return nil }
    for reference in references {
      let distance = position(of: reference.label) - reference.instruction - 1
      parts.instructions[reference.instruction].c = UInt16(truncatingIfNeeded: distance)
    }
    for item in fallthroughs {
      let step = parts.steps[item.step]
      parts.steps[item.step] = StepEscape(
        step: step.step, fallthroughTarget: position(of: item.label))
    }
    for (number, label) in breakLabels {
      parts.exits[RegisterCode.Exit(number: number, isBreak: true)] = position(of: label)
    }
    for (number, label) in continueLabels {
      parts.exits[RegisterCode.Exit(number: number, isBreak: false)] = position(of: label)
    }
    return RegisterCode(parts)
  }

  private func position(of label: Label) -> Int {
    guard let position = labels[label.index] else { fatalError("a label was never placed") }
    return position
  }

  // MARK: - Instructions

  /// Adds an instruction; `site` is where messages about it point.
  func emit(
    _ opcode: Opcode, _ a: Int = 0, _ b: Int = 0, _ c: Int = 0, site: SourceRange? = nil
  ) {
    if let site { parts.sites[parts.instructions.count] = lowerer.site(site) }
    if opcode.usesFrame { usesFrame = true }
    // Numbers that do not fit make code that `finished` refuses.
    parts.instructions.append(
      Instruction(
        opcode: opcode, a: UInt16(truncatingIfNeeded: a), b: UInt16(truncatingIfNeeded: b),
        c: UInt16(truncatingIfNeeded: c)))
  }

  /// Adds a call: what is called has the registers from `window` on; `slot` is that of a function value.
  func emit(_ opcode: Opcode, _ call: CallSite, window: Int, slot: Int) {
    if call.usesSlots { usesFrame = true }
    parts.calls.append(call)
    emit(opcode, window, parts.calls.count - 1, slot)
  }

  /// Adds a jump.
  func jump(
    _ opcode: Opcode, _ a: Int = 0, _ b: Int = 0, to label: Label, site: SourceRange? = nil
  ) {
    references.append((parts.instructions.count, label))
    emit(opcode, a, b, site: site)
  }

  func newLabel() -> Label {
    labels.append(nil)
    return Label(index: labels.count - 1)
  }

  /// Says that a label is here.
  func place(_ label: Label) { labels[label.index] = parts.instructions.count }

  /// Adds a way out of code that is a part of a function.
  func leave(_ flow: Flow) {
    parts.flows.append(flow)
    emit(.leave, 0, parts.flows.count - 1)
  }

  // MARK: - Closures

  /// A statement run by a closure.
  func escape(_ statement: TypedStatement) { escape(lowerer.step(statement)) }

  func escape(_ step: @escaping Step) {
    parts.steps.append(StepEscape(step: step, fallthroughTarget: nil))
    if let fallthroughLabel { fallthroughs.append((parts.steps.count - 1, fallthroughLabel)) }
    emit(.step, 0, parts.steps.count - 1)
  }

  /// A boxed value computed by a closure.
  func escape(_ code: @escaping Code, into slot: Int) {
    parts.values.append(DatumEscape(compute: code))
    emit(.evaluateDatum, slot, parts.values.count - 1)
  }

  /// A truth value computed by a closure.
  func escape(_ code: @escaping BoolCode, into register: Int) {
    parts.booleans.append(BoolEscape(compute: code))
    emit(.evaluateBoolean, register, parts.booleans.count - 1)
  }

  // MARK: - Values in between

  /// Runs `body` and gives back the registers that it took for values in between.
  func scoped<R>(_ body: () -> R) -> R {
    let mark = lowerer.freeRegister
    defer { lowerer.freeRegisters(from: mark) }
    return body()
  }

  func takeSlot() -> Int { freeSlots.popLast() ?? lowerer.newSlot() }
  func giveBack(_ slot: Int) { freeSlots.append(slot) }

  func type(_ expression: TypedExpression) -> Type { lowerer.type(expression) }
  func kind(_ expression: TypedExpression) -> ScalarKind? { type(expression).scalarKind }
}

extension Opcode {
  /// Whether the instruction needs the frame of its function; for calls, see also `CallSite.usesSlots`.
  fileprivate var usesFrame: Bool {
    switch self {
    case .copySlot, .clearSlot, .boxSlot, .loadDatum, .construct, .equal, .equalConstant,
      .cursorSlot, .cursorSlotElement, .cursorCapture, .uniqueEntry, .lookUp, .readDatum,
      .readSlotCount, .readSlotTextCount, .takeSlotElement,
      .readSlotElementInteger, .readSlotElementDouble, .readSlotElementBoolean,
      .readSlotElementsInteger, .readSlotElementsDouble, .readSlotElementsBoolean,
      .readSlotFieldInteger, .readSlotFieldDouble, .readSlotFieldBoolean, .writeDatum,
      .writeSlotElementInteger, .writeSlotElementDouble, .writeSlotElementBoolean, .appendDatum,
      .concatenate, .appendText, .emptyText, .beginParts, .takePart, .jumpIfNone, .jumpIfSome,
      .checkSome, .evaluateInteger, .evaluateDouble, .evaluateBoolean, .evaluateDatum, .step,
      .callNative, .callClosure, .callByType, .returnSlot:
      true
    case .move, .immediate, .constant, .add, .subtract, .multiply, .divide, .remainder,
      .addImmediate, .subtractImmediate, .multiplyImmediate, .divideImmediate, .remainderImmediate,
      .bitAnd, .bitOr, .bitXor, .integer, .addDouble, .subtractDouble, .multiplyDouble,
      .divideDouble, .negateDouble, .roundToFloat, .squareRoot, .doubleFromInteger,
      .integerFromDouble, .jump, .jumpBack, .jumpIfTrue, .jumpIfFalse, .jumpIfEqual,
      .jumpIfNotEqual, .jumpIfLess, .jumpIfLessOrEqual, .jumpIfEqualImmediate,
      .jumpIfNotEqualImmediate, .jumpIfLessImmediate, .jumpIfLessOrEqualImmediate,
      .jumpIfGreaterImmediate, .jumpIfGreaterOrEqualImmediate, .jumpIfEqualDouble,
      .jumpUnlessEqualDouble, .jumpIfLessDouble, .jumpUnlessLessDouble, .jumpIfLessOrEqualDouble,
      .jumpUnlessLessOrEqualDouble, .loopIfLess, .loopIfLessOrEqual, .loopIfLessImmediate,
      .loopIfLessOrEqualImmediate, .loopIfGreaterImmediate, .loopIfGreaterOrEqualImmediate,
      .countUp, .checkRange, .loadGlobalInteger, .loadGlobalDouble, .loadGlobalBoolean,
      .storeGlobalInteger, .storeGlobalDouble, .storeGlobalBoolean, .cursorGlobal, .cursorBox,
      .cursorElement, .cursorField, .uniqueElement, .uniqueField, .readInteger, .readDouble,
      .readBoolean, .readCount, .readTextCount, .readElementInteger, .readElementDouble,
      .readElementBoolean, .writeInteger, .writeDouble, .writeBoolean, .writeElementInteger,
      .writeElementDouble, .writeElementBoolean, .appendInteger, .appendDouble, .appendBoolean,
      .appendLiteral, .appendRun, .call, .returnScalar, .returnVoid, .leave:
      false
    }
  }
}
