internal import CellChecking

/// Runs register code.
///
/// One loop fetches an instruction and switches over it; calls of functions that are register code stay
/// in the loop and only move on to other registers. Closures, called functions of other kinds and library
/// code run outside, and may come back in by `execute`.
extension Machine {
  @inline(never)
  func interpret(_ start: Resumption, _ state: ExecutionState) throws {
    let stack = stack
    var code = start.code
    var r = start.registers
    var next = start.next

    do {
      while true {
        let i = next.take()
        switch i.opcode {
        case .move: r[i.a] = r[i.b]
        case .immediate: r[i.a] = i.numberC
        case .constant: r[i.a] = code.constant(i.b)

        case .add: r[i.a] = try sum(r[i.b], r[i.c], code, next)
        case .subtract: r[i.a] = try difference(r[i.b], r[i.c], code, next)
        case .multiply: r[i.a] = try product(r[i.b], r[i.c], code, next)
        case .divide: r[i.a] = try divide(r[i.b], r[i.c], .divide, code, next)
        case .remainder: r[i.a] = try divide(r[i.b], r[i.c], .remainder, code, next)
        case .addImmediate: r[i.a] = try sum(r[i.b], i.numberC, code, next)
        case .subtractImmediate: r[i.a] = try difference(r[i.b], i.numberC, code, next)
        case .multiplyImmediate: r[i.a] = try product(r[i.b], i.numberC, code, next)
        case .divideImmediate: r[i.a] = r[i.b] / i.numberC
        case .remainderImmediate: r[i.a] = r[i.b] % i.numberC
        case .bitAnd: r[i.a] = r[i.b] & r[i.c]
        case .bitOr: r[i.a] = r[i.b] | r[i.c]
        case .bitXor: r[i.a] = r[i.b] ^ r[i.c]
        case .wrappingAdd: r[i.a] = r[i.b] &+ r[i.c]
        case .wrappingSubtract: r[i.a] = r[i.b] &- r[i.c]
        case .wrappingMultiply: r[i.a] = r[i.b] &* r[i.c]
        case .integer: try compute(next.take().a, code, i, r)

        case .addDouble: r.set(i.a, r.double(i.b) + r.double(i.c))
        case .subtractDouble: r.set(i.a, r.double(i.b) - r.double(i.c))
        case .multiplyDouble: r.set(i.a, r.double(i.b) * r.double(i.c))
        case .divideDouble: r.set(i.a, r.double(i.b) / r.double(i.c))
        case .negateDouble: r.set(i.a, -r.double(i.b))
        case .roundToFloat: r.set(i.a, Double(Float(r.double(i.b))))
        case .squareRoot: r.set(i.a, r.double(i.b).squareRoot())
        case .doubleFromInteger: r.set(i.a, Double(r[i.b]))

        case .jump: next.jump(i.numberC)
        case .jumpBack: try goBack(i, code, &next)
        case .jumpIfTrue: if r[i.a] != 0 { next.jump(i.numberC) }
        case .jumpIfFalse: if r[i.a] == 0 { next.jump(i.numberC) }
        case .jumpIfNone: if state.slots.isNone(Int(i.a)) { next.jump(i.numberC) }
        case .jumpIfSome: if !state.slots.isNone(Int(i.a)) { next.jump(i.numberC) }
        case .jumpIfEqual: if r[i.a] == r[i.b] { next.jump(i.numberC) }
        case .jumpIfNotEqual: if r[i.a] != r[i.b] { next.jump(i.numberC) }
        case .jumpIfLess: if r[i.a] < r[i.b] { next.jump(i.numberC) }
        case .jumpIfLessOrEqual: if r[i.a] <= r[i.b] { next.jump(i.numberC) }
        case .jumpIfEqualImmediate: if r[i.a] == i.numberB { next.jump(i.numberC) }
        case .jumpIfNotEqualImmediate: if r[i.a] != i.numberB { next.jump(i.numberC) }
        case .jumpIfLessImmediate: if r[i.a] < i.numberB { next.jump(i.numberC) }
        case .jumpIfLessOrEqualImmediate: if r[i.a] <= i.numberB { next.jump(i.numberC) }
        case .jumpIfGreaterImmediate: if r[i.a] > i.numberB { next.jump(i.numberC) }
        case .jumpIfGreaterOrEqualImmediate: if r[i.a] >= i.numberB { next.jump(i.numberC) }
        case .jumpIfEqualDouble: if r.double(i.a) == r.double(i.b) { next.jump(i.numberC) }
        case .jumpUnlessEqualDouble: if !(r.double(i.a) == r.double(i.b)) { next.jump(i.numberC) }
        case .jumpIfLessDouble: if r.double(i.a) < r.double(i.b) { next.jump(i.numberC) }
        case .jumpUnlessLessDouble: if !(r.double(i.a) < r.double(i.b)) { next.jump(i.numberC) }
        case .jumpIfLessOrEqualDouble: if r.double(i.a) <= r.double(i.b) { next.jump(i.numberC) }
        case .jumpUnlessLessOrEqualDouble:
          if !(r.double(i.a) <= r.double(i.b)) { next.jump(i.numberC) }
        case .loopIfLess: if r[i.a] < r[i.b] { try goBack(i, code, &next) }
        case .loopIfLessOrEqual: if r[i.a] <= r[i.b] { try goBack(i, code, &next) }
        case .loopIfLessImmediate: if r[i.a] < i.numberB { try goBack(i, code, &next) }
        case .loopIfLessOrEqualImmediate: if r[i.a] <= i.numberB { try goBack(i, code, &next) }
        case .loopIfGreaterImmediate: if r[i.a] > i.numberB { try goBack(i, code, &next) }
        case .loopIfGreaterOrEqualImmediate: if r[i.a] >= i.numberB { try goBack(i, code, &next) }
        case .countUp:
          if r[i.a] != r[i.b] {
            r[i.a] &+= 1
            try goBack(i, code, &next)
          }
        case .checkRange: try checkRange(r[i.a], r[i.b], code, next)

        case .loadGlobalInteger: r[i.a] = try set(globals.int(Int(i.b)), code, next)
        case .loadGlobalDouble: r.set(i.a, try set(globals.double(Int(i.b)), code, next))
        case .loadGlobalBoolean:
          r[i.a] = try set(globals.cursor(Int(i.b)).boolean(), code, next) ? 1 : 0
        case .storeGlobalInteger: globals.cursor(Int(i.b)).put(.int(r[i.a]))
        case .storeGlobalDouble: globals.cursor(Int(i.b)).put(.double(r.double(i.a)))
        case .storeGlobalBoolean: globals.cursor(Int(i.b)).put(.bool(r[i.a] != 0))

        case .copySlot: state.slots[Int(i.a)] = state.slots[Int(i.b)]
        case .clearSlot: state.slots[Int(i.a)] = .void
        case .boxSlot: state.slots[Int(i.a)] = Datum(bits: r[i.b], ScalarKind(code: i.c))

        case .cursorSlot: state.cursor = state.slots.cursor(Int(i.a))
        case .cursorGlobal: state.cursor = globals.cursor(Int(i.a))
        case .cursorCapture: state.cursor = r.capture(i.a, i.b)
        case .cursorSlotElement:
          let array = state.slots.cursor(Int(i.a))
          state.cursor = try there(array.element(r[i.b]), array, code, next)
        case .uniqueSlotElement:
          let array = state.slots.cursor(Int(i.a))
          state.cursor = try there(array.uniqueElement(r[i.b]), array, code, next)
        case .uniqueSlotElementField:
          state.cursor = try slotElementField(i, r, state.slots, code, next)
        case .cursorBox: state.cursor = try there(state.cursor.inBox(), state.cursor, code, next)
        case .cursorElement:
          state.cursor = try there(state.cursor.element(r[i.a]), state.cursor, code, next)
        case .cursorField:
          state.cursor = try there(state.cursor.field(Int(i.a)), state.cursor, code, next)
        case .uniqueElement:
          state.cursor = try there(state.cursor.uniqueElement(r[i.a]), state.cursor, code, next)
        case .uniqueField:
          state.cursor = try there(state.cursor.uniqueField(Int(i.a)), state.cursor, code, next)
        case .uniqueEntry: state.cursor = try entry(i, code, next, r, state.slots, state.cursor)
        case .readInteger: r[i.a] = try there(state.cursor.integer(), state.cursor, code, next)
        case .readDouble: r.set(i.a, try there(state.cursor.double(), state.cursor, code, next))
        case .readBoolean:
          r[i.a] = try there(state.cursor.boolean(), state.cursor, code, next) ? 1 : 0
        case .readCaptureInteger:
          r[i.a] = try there(r.capture(i.c, i.b).integer(), r.capture(i.c, i.b), code, next)
        case .readCaptureDouble:
          r.set(i.a, try there(r.capture(i.c, i.b).double(), r.capture(i.c, i.b), code, next))
        case .readCaptureBoolean:
          r[i.a] =
            try there(r.capture(i.c, i.b).boolean(), r.capture(i.c, i.b), code, next) ? 1 : 0
        case .readSlotCount:
          let cursor = state.slots.cursor(Int(i.b))
          r[i.a] = try there(cursor.count(), cursor, code, next)
        case .readDatum: state.slots[Int(i.a)] = state.cursor.copy()
        case .readCount: r[i.a] = try there(state.cursor.count(), state.cursor, code, next)
        case .readElementInteger:
          r[i.a] = try there(state.cursor.integer(at: r[i.b]), state.cursor, code, next)
        case .readElementDouble:
          r.set(i.a, try there(state.cursor.double(at: r[i.b]), state.cursor, code, next))
        case .readElementBoolean:
          r[i.a] = try there(state.cursor.boolean(at: r[i.b]), state.cursor, code, next) ? 1 : 0
        case .readSlotElementInteger:
          let cursor = state.slots.cursor(Int(i.b))
          r[i.a] = try there(cursor.integer(at: r[i.c]), cursor, code, next)
        case .readSlotElementDouble:
          let cursor = state.slots.cursor(Int(i.b))
          r.set(i.a, try there(cursor.double(at: r[i.c]), cursor, code, next))
        case .readSlotElementBoolean:
          let cursor = state.slots.cursor(Int(i.b))
          r[i.a] = try there(cursor.boolean(at: r[i.c]), cursor, code, next) ? 1 : 0
        case .takeSlotElement:
          let cursor = state.slots.cursor(Int(i.b))
          try done(
            cursor.takeElement(r[i.c], to: state.slots.cursor(Int(i.a))), cursor, code, next)
        case .readSlotElementsInteger:
          let inner = try element(i, r, state.slots, code, next)
          r[i.a] = try there(inner.integer(at: r[next.take().a]), inner, code, next)
        case .readSlotElementsDouble:
          let inner = try element(i, r, state.slots, code, next)
          r.set(i.a, try there(inner.double(at: r[next.take().a]), inner, code, next))
        case .readSlotElementsBoolean:
          let inner = try element(i, r, state.slots, code, next)
          r[i.a] = try there(inner.boolean(at: r[next.take().a]), inner, code, next) ? 1 : 0
        case .readSlotElementFieldInteger:
          let inner = try element(i, r, state.slots, code, next).field(Int(next.take().a))
          r[i.a] = try set(inner?.integer(), code, next)
        case .readSlotElementFieldDouble:
          let inner = try element(i, r, state.slots, code, next).field(Int(next.take().a))
          r.set(i.a, try set(inner?.double(), code, next))
        case .readSlotElementFieldBoolean:
          let inner = try element(i, r, state.slots, code, next).field(Int(next.take().a))
          r[i.a] = try set(inner?.boolean(), code, next) ? 1 : 0
        case .readSlotFieldInteger:
          let cursor = state.slots.cursor(Int(i.b))
          r[i.a] = try there(cursor.field(Int(i.c))?.integer(), cursor, code, next)
        case .readSlotFieldDouble:
          let cursor = state.slots.cursor(Int(i.b))
          r.set(i.a, try there(cursor.field(Int(i.c))?.double(), cursor, code, next))
        case .readSlotFieldBoolean:
          let cursor = state.slots.cursor(Int(i.b))
          r[i.a] = try there(cursor.field(Int(i.c))?.boolean(), cursor, code, next) ? 1 : 0
        case .addIntegerThere: try add(r[i.a], to: state.cursor, code, next)
        case .addDoubleThere: try add(r.double(i.a), to: state.cursor, code, next)
        case .addSlotElementFieldInteger:
          let place = try slotElementField(i, r, state.slots, code, next)
          try add(r[next.take().a], to: place, code, next)
        case .addSlotElementFieldDouble:
          let place = try slotElementField(i, r, state.slots, code, next)
          try add(r.double(next.take().a), to: place, code, next)
        case .writeInteger: state.cursor.put(.int(r[i.a]))
        case .writeDouble: state.cursor.put(.double(r.double(i.a)))
        case .writeBoolean: state.cursor.put(.bool(r[i.a] != 0))
        case .writeDatum: state.cursor.take(from: state.slots.cursor(Int(i.a)))
        case .writeElementInteger:
          try done(state.cursor.put(r[i.a], at: r[i.b]), state.cursor, code, next)
        case .writeElementDouble:
          try done(state.cursor.put(r.double(i.a), at: r[i.b]), state.cursor, code, next)
        case .writeElementBoolean:
          try done(state.cursor.put(r[i.a] != 0, at: r[i.b]), state.cursor, code, next)
        case .writeSlotElementInteger:
          let cursor = state.slots.cursor(Int(i.c))
          try done(cursor.put(r[i.a], at: r[i.b]), cursor, code, next)
        case .writeSlotElementDouble:
          let cursor = state.slots.cursor(Int(i.c))
          try done(cursor.put(r.double(i.a), at: r[i.b]), cursor, code, next)
        case .writeSlotElementBoolean:
          let cursor = state.slots.cursor(Int(i.c))
          try done(cursor.put(r[i.a] != 0, at: r[i.b]), cursor, code, next)
        case .appendInteger: try done(state.cursor.append(r[i.a]), state.cursor, code, next)
        case .appendDouble: try done(state.cursor.append(r.double(i.a)), state.cursor, code, next)
        case .appendBoolean: try done(state.cursor.append(r[i.a] != 0), state.cursor, code, next)
        case .takePart:
          let split = code.split(i.b)
          if !state.slots.cursor(split.rest).takePart(split, to: state.slots.cursor(Int(i.a))) {
            next.jump(i.numberC)
          }
        case .growText:
          TextTail(r.from(Int(i.c))).add(
            state.slots.cursor(Int(i.b)), to: state.slots.cursor(Int(i.a)))
        case .jumpIfCharacter:
          if state.slots.cursor(Int(i.a)).isCharacter(UInt8(truncatingIfNeeded: i.b)) {
            next.jump(i.numberC)
          }
        case .jumpUnlessCharacter:
          if !state.slots.cursor(Int(i.a)).isCharacter(UInt8(truncatingIfNeeded: i.b)) {
            next.jump(i.numberC)
          }
        case .jumpIfTest: if state.slots.cursor(Int(i.a)).holds(i.b) { next.jump(i.numberC) }
        case .jumpUnlessTest: if !state.slots.cursor(Int(i.a)).holds(i.b) { next.jump(i.numberC) }
        case .takeCharacter:
          let place = state.slots.cursor(Int(i.a))
          if !state.slots.cursor(Int(i.b)).takeCharacter(to: place) { next.jump(i.numberC) }
        case .jumpToEntry:
          if let place = state.cursor.uniqueEntry(state.slots.cursor(Int(i.a))) {
            state.cursor = place
            next.jump(i.numberC)
          }
        case .jumpFar: next.jump(i.numberBC)
        case .jumpIfSet, .jumpUnlessCase, .castOrJump, .entryOrJump, .payloadOrJump,
          .findOrJump:
          if try decide(i, code, state) { next.jump(i.numberC) }
        case .cursorPayload: state.cursor = try wrapped(i, state.cursor, code, next)
        case .takeDatum: state.slots.cursor(Int(i.a)).take(from: state.cursor)
        case .lookUp, .appendDatum, .loadDatum, .construct, .pack, .unpack, .checkSome,
          .integerFromDouble, .callNative:
          try perform(i, code, next, r, state.slots, state.cursor)
        case .testCharacter, .equal, .equalConstant, .growLiteral, .growRun, .endGrowth,
          .concatenate, .emptyText, .appendLiteral, .appendRun, .appendText, .beginParts,
          .beginCharacters, .readTextCount, .readSlotTextCount, .readSlotByteCount:
          try performOnText(i, code, r, state.slots, state.cursor)
        case .equalValues, .identical, .order, .newBox, .fillBox, .ensureBox, .wrapSome,
          .unwrapSome, .weaken, .strengthen, .erase, .eraseAs, .metatype, .dynamicType,
          .castForced, .describe, .convertEach, .makeInstance, .ownClosure, .prepareStatic,
          .takeEntry, .storeEntry,
          .removeEntry, .throwValue, .rethrow, .caughtValue, .failAttempt, .fault, .display,
          .keepResult, .boundary, .undoStatement, .noteVariables, .bury:
          try performSeldom(i, code, next, r, state)

        case .call:
          let target = code.call(i.b)
          if let function = unsafe target.function {
            try unsafe enter(function, i, target, nil, &next, &r, &code, state)
          }
        case .callOwn: try enterOwn(i, &next, &r, code)
        case .callClosure:
          let closure = try unsafe callee(i, code, state.slots)
          let function = unsafe closure._withUnsafeGuaranteedRef {
            unsafe Unmanaged.passUnretained($0.function)
          }
          try unsafe enter(function, i, code.call(i.b), closure, &next, &r, &code, state)
        case .callByType, .callOfType: try enterByType(i, &next, &r, &code, state)

        case .returnScalar:
          r[0] = r[i.a]
          if stack.depth == state.base { return state.answer(code.resultScalar(r)) }
          leaveCall(&next, &r, &code, state)
        case .returnRecord:
          r.moveToFront(i.a, count: i.b)
          if stack.depth == state.base { return state.answer(code.resultRecord(r)) }
          leaveCall(&next, &r, &code, state)
        case .returnSlot:
          state.answer(state.slots[Int(i.a)])
          if stack.depth == state.base { return }
          leaveCall(&next, &r, &code, state)
        case .returnVoid:
          if stack.depth == state.base { return state.answer(.void) }
          leaveCall(&next, &r, &code, state)
        }
      }
    } catch {
      state.resumption = Resumption(code: code, next: next, registers: r)
      throw error
    }
  }
}
