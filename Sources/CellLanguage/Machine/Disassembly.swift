internal import CellChecking
internal import CellSyntax

/// Register code as text, one instruction a line: its number, its name, its operands and where it jumps.
///
/// ```
/// fibonacci(_:)
///    0  jumpIfGreaterOrEqualImmediate  r0, 2 → 2
///    1  returnScalar                   r0
/// ```
struct Disassembly: CustomStringConvertible {
  private let name: String
  private let parts: RegisterCodeParts

  init?(_ function: CompiledFunction) {
    guard let code = function.code else { return nil }
    name = function.name
    parts = code.pointer.parts
  }

  var description: String {
    ([name] + lines + parts.handlers.map(line)).joined(separator: "\n") + "\n"
  }

  private var lines: [String] {
    var lines: [String] = []
    var index = 0
    while index < parts.instructions.count {
      let instruction = parts.instructions[index]
      lines.append(line(index, instruction))
      index += instruction.opcode.words
    }
    return lines
  }

  private func line(_ index: Int, _ instruction: Instruction) -> String {
    let shape = instruction.opcode.shape
    var operands = [
      text(shape.a, instruction.a), text(shape.b, instruction.b), text(shape.c, instruction.c),
    ].compactMap(\.self)
    if instruction.opcode.words == 2 {
      operands.append(second(instruction.opcode, parts.instructions[index + 1]))
    }
    var text = padded("\(index)", 4, atEnd: false) + "  "
    let list = operands.joined(separator: ", ")
    text +=
      list.isEmpty ? "\(instruction.opcode)" : padded("\(instruction.opcode)", 22) + " " + list
    if shape.c == .jump {
      text += " → \(index + 1 + Int(Int16(bitPattern: instruction.c)))"
    }
    return text
  }

  private func line(_ handler: Handler) -> String {
    "  \(handler.range.lowerBound)..<\(handler.range.upperBound) \(handler.kind) → \(handler.target), error in s\(handler.slot)"
  }

  private func padded(_ text: String, _ width: Int, atEnd: Bool = true) -> String {
    let blanks = String(repeating: " ", count: max(0, width - text.count))
    return atEnd ? text + blanks : blanks + text
  }

  /// What the second word of an instruction says.
  private func second(_ opcode: Opcode, _ word: Instruction) -> String {
    switch opcode {
    case .integer: "\(parts.operations[Int(word.a)].operation)"
    case .readSlotElementFieldInteger, .readSlotElementFieldDouble, .readSlotElementFieldBoolean:
      "\(word.a)"
    default: "r\(word.a)"
    }
  }

  private func text(_ kind: OperandShape.Kind, _ operand: UInt16) -> String? {
    let index = Int(operand)
    return switch kind {
    case .none, .jump: nil
    case .register: "r\(operand)"
    case .slot: "s\(operand)"
    case .number: "\(Int16(bitPattern: operand))"
    case .global: "g\(operand)"
    case .constant: "\(parts.constants[index])"
    case .datum: parts.data[index].listing
    case .literal: parts.literals[index].debugDescription
    case .type: "\(parts.types[index])"
    case .cast: "\(parts.casts[index].from) as \(parts.casts[index].to)"
    case .property: "g\(parts.statics[index].index)"
    case .construction: "\(parts.constructions[index])"
    case .native: text(parts.natives[index])
    case .call: text(parts.calls[index])
    case .run: "run \(operand)"
    case .split: "split \(operand)"
    case .layout: "\(parts.layouts[index].width) fields"
    case .kind: "\(ScalarKind(code: operand))"
    }
  }

  private func text(_ call: NativeTarget) -> String {
    "\(call.name)(\(call.arguments.map(\.description).joined(separator: ", ")))"
  }

  private func text(_ call: CallSite) -> String {
    let name = call.function?.name ?? call.method?.symbol.name ?? "function"
    let slots = call.boxed.map { item in
      (call.lent.contains { $0.slot == item.slot } ? "&" : "") + "s\(item.slot)"
    }
    let result = call.resultSlot.map { " = s\($0)" } ?? ""
    return "\(name)(\(slots.joined(separator: ", ")))\(result)"
  }
}

extension Datum {
  /// A constant as code lists it.
  var listing: String {
    switch self {
    case .void: "()"
    case .none: "nil"
    case .int(let value): "\(value)"
    case .double(let value): "\(value)"
    case .bool(let value): "\(value)"
    case .string(let value): value.debugDescription
    case .character(let value): "'\(value)'"
    case .enumeration(let object): "\(object.type.type) \(object.index)"
    case .closure(let object): object.function.name
    default: "a value"
    }
  }
}

extension Opcode {
  /// How many words an instruction has.
  fileprivate var words: Int {
    switch self {
    case .integer, .readSlotElementsInteger, .readSlotElementsDouble, .readSlotElementsBoolean,
      .readSlotElementFieldInteger, .readSlotElementFieldDouble, .readSlotElementFieldBoolean,
      .addSlotElementFieldInteger, .addSlotElementFieldDouble:
      2
    default: 1
    }
  }
}

extension CellRunner {
  /// The register code that a cell becomes, its functions and closures after its top level; `nil` when it
  /// is not right.
  package func registerCode(of source: String, from state: CellState = CellState()) -> String? {
    onLargeStack { _ in
      let program = newProgram(from: state)
      let text = SourceText(source, named: "cell", lineOffset: 0)
      guard let cell = compile(text, program) else { return nil }
      let functions = program.compiled.functions.values.filter { $0.source === text }
      let closures = program.closures.filter { $0.source === text }
      let all = [cell] + functions.sorted { $0.name < $1.name } + closures
      return all.compactMap { Disassembly($0).map(String.init(describing:)) }
        .joined(separator: "\n")
    }
  }
}
