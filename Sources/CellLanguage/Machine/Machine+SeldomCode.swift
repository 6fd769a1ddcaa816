internal import CellChecking
internal import CellSyntax

/// Instructions that a program spends little time on: conversions between forms of values, errors, the
/// top level.
extension Machine {
  /// Does what an instruction says that neither jumps nor moves the cursor.
  @inline(never)
  func performSeldom(
    _ i: Instruction.Fetched, _ code: CodePointer, _ next: InstructionPointer, _ r: Registers,
    _ state: ExecutionState
  ) throws {
    let slots = state.slots
    let a = Int(i.a)
    switch i.opcode {
    case .equalValues: r[i.a] = try equal(slots[Int(i.b)], slots[Int(i.c)]) ? 1 : 0
    case .identical: r[i.a] = slots[Int(i.b)].isIdentical(to: slots[Int(i.c)]) ? 1 : 0
    case .order: r[i.a] = try order(slots[Int(i.b)], slots[Int(i.c)])
    case .newBox: slots[a] = .box(Box(slots.cursor(Int(i.b)).take()))
    case .fillBox: slots.fillBox(a, with: slots.cursor(Int(i.b)).take())
    case .ensureBox: if case .box = slots[a] {} else { slots[a] = .box(Box(.void)) }
    case .wrapSome: slots[a] = .some(SomeObject(slots[a]))
    case .unwrapSome: if case .some(let object) = slots[a] { slots[a] = object.value }
    case .weaken: slots[a] = .weak(WeakObject(slots[a].instanceObject))
    case .strengthen:
      slots[a] = try strengthened(slots[a], isOptional: i.b != 0, code.site(before: next))
    case .erase: slots[a] = erase(slots[a], code.type(i.b))
    case .eraseAs:
      if case .metatype(let object) = slots[Int(i.b)] { slots[a] = erase(slots[a], object.type) }
    case .metatype: slots[a] = .metatype(typeObject(code.type(i.b)))
    case .dynamicType: slots[a] = .metatype(dynamicType(slots[a], code.type(i.b)))
    case .castForced: slots[a] = try castForced(slots[a], code, i, next)
    case .describe: slots[a] = .string(try describe(slots[a], code.type(i.b)))
    case .convertEach:
      slots[a] = try convertEach(
        slots[a], by: slots[Int(i.b)], to: code.type(i.c), at: code.site(before: next))
    case .makeInstance:
      guard case .metatype(let object) = slots[a] else {
        throw Fault.unset(code.site(before: next))
      }
      slots[a] = try makeInstance(of: object, at: code.site(before: next))
    case .ownClosure:
      guard let own = code.own else { return }
      slots[a] = .closure(ClosureObject(own, state.frame.use(\.captures)))
    case .prepareStatic: try prepare(code.property(i.b))
    case .takeEntry: slots[Int(i.c)] = try takeEntry(slots, a, i)
    case .storeEntry, .removeEntry: try changeEntry(slots, i)
    default: try performAtTop(i, code, next, slots)
    }
  }

  /// The same for errors and statements of the top level.
  private func performAtTop(
    _ i: Instruction.Fetched, _ code: CodePointer, _ next: InstructionPointer, _ slots: Slots
  ) throws {
    let a = Int(i.a)
    switch i.opcode {
    case .throwValue: throw Thrown(value: slots[a], site: code.site(before: next))
    case .rethrow: if let caught = slots[a].caught { throw caught.error }
    case .caughtValue: slots[a] = slots[Int(i.b)].caught?.value ?? .none
    case .failAttempt:
      let text = try describe(slots[a].caught?.value ?? .none, .any, debug: true)
      throw Fault(
        "Fatal error: 'try!' expression unexpectedly raised an error: \(text)",
        at: code.site(before: next))
    case .fault: throw Fault(code.literal(i.b), at: code.site(before: next))
    case .display: try displayUnused(slots[a], code.site(before: next))
    case .keepResult: try keepResult(Value(slots[a], code.type(i.b)), code.site(before: next))
    case .boundary:
      if let site = code.site(before: next) {
        try finishStatement(code.constant(i.b), at: site)
      }
    case .undoStatement: undoStatement()
    case .noteVariables: noteVariables()
    case .bury: if !graveyard.ended.isEmpty { try bury(at: code.site(before: next)) }
    default: break
    }
  }

  /// Whether an instruction jumps that looks at boxed values.
  @inline(never)
  func decide(_ i: Instruction.Fetched, _ code: CodePointer, _ state: ExecutionState) throws -> Bool
  {
    let slots = state.slots
    let a = Int(i.a)
    switch i.opcode {
    case .jumpIfSet: if case .void = slots[a] { return false }
    case .jumpUnlessCase:
      if case .enumeration(let object) = slots[a], object.index == Int(i.b) { return false }
    case .castOrJump:
      let cast = code.cast(i.b)
      guard let value = try self.cast(slots[a], from: cast.from, to: cast.to) else { return true }
      slots[a] = value
      return false
    case .entryOrJump:
      guard let place = state.cursor.uniqueEntry(slots.cursor(a)) else { return true }
      state.cursor = place
      return false
    case .payloadOrJump:
      guard let place = state.cursor.payload(isUnique: i.a != 0) else { return true }
      state.cursor = place
      return false
    default:
      guard case .dictionary(let table) = slots[a],
        let value = try value(for: slots[Int(i.b)], in: table)
      else { return true }
      slots[a] = value
      return false
    }
    return true
  }

  // MARK: - Conversions

  private func strengthened(_ datum: Datum, isOptional: Bool, _ site: Site?) throws -> Datum {
    guard case .weak(let object) = datum else { return .none }
    if let instance = object.instance { return .instance(instance) }
    if isOptional { return .none }
    throw Fault(
      "Fatal error: Attempted to read an unowned reference but the object was already destroyed",
      at: site)
  }

  private func castForced(
    _ datum: Datum, _ code: CodePointer, _ i: Instruction.Fetched, _ next: InstructionPointer
  ) throws -> Datum {
    let cast = code.cast(i.b)
    if let value = try self.cast(datum, from: cast.from, to: cast.to) { return value }
    let actual = dynamicType(datum, cast.from).type
    throw Fault(
      "Could not cast value of type '\(actual.reflectedName)' to '\(cast.to.reflectedName)'.",
      at: code.site(before: next))
  }

  private func convertEach(
    _ datum: Datum, by closure: Datum, to type: Type, at site: Site?
  ) throws -> Datum {
    if let element = type.arrayElement {
      return .array(
        try (datum.arrayElements ?? []).map { try call(closure, [$0], at: site) }, of: element)
    }
    if case .dictionary(let table) = datum {
      let result = DictionaryObject()
      for pair in table.pairs {
        try store(call(closure, [pair.value], at: site), for: pair.key, in: result)
      }
      return .dictionary(result)
    }
    guard let payload = datum.unwrapped else { return .none }
    return try call(closure, [payload], at: site)
  }

  private func prepare(_ property: StaticSlot) throws {
    reserveGlobal(property.index)
    guard let initial = property.initial, case .void = globals[property.index] else { return }
    globals[property.index] = try call(initial, [], at: nil)
  }

  // MARK: - Entries of dictionaries

  private func takeEntry(_ slots: Slots, _ a: Int, _ i: Instruction.Fetched) throws -> Datum {
    guard let table = slots.takeTable(Int(i.b)) else { return .void }
    defer { slots[Int(i.b)] = .dictionary(table) }
    guard let index = try position(of: slots[a], in: table).index else { return .void }
    return table.take(at: index)
  }

  private func changeEntry(_ slots: Slots, _ i: Instruction.Fetched) throws {
    guard let table = slots.takeTable(Int(i.a)) else { return }
    defer { slots[Int(i.a)] = .dictionary(table) }
    if i.opcode == .storeEntry {
      try store(slots.cursor(Int(i.c)).take(), for: slots[Int(i.b)], in: table)
    } else if let index = try position(of: slots[Int(i.b)], in: table).index {
      _ = table.remove(at: index)
    }
  }
}

extension Slots {
  /// Moves a dictionary out of its slot, as one that nobody else holds.
  fileprivate func takeTable(_ index: Int) -> DictionaryObject? {
    guard case .dictionary(var table) = cursor(index).take() else { return nil }
    if !isKnownUniquelyReferenced(&table) { table = DictionaryObject(copying: table) }
    return table
  }

  /// Fills the box in a slot, which may have been handed out before, or a new one.
  fileprivate func fillBox(_ index: Int, with value: Datum) {
    if case .box(let box) = self[index] {
      box.value = value
    } else {
      self[index] = .box(Box(value))
    }
  }
}
