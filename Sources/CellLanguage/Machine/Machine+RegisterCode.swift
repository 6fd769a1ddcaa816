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

        case .add:
          r[i.a] = try checked(
            r[i.b].addingReportingOverflow(r[i.c]), "+", r[i.b], r[i.c], code, next)
        case .subtract:
          r[i.a] = try checked(
            r[i.b].subtractingReportingOverflow(r[i.c]), "-", r[i.b], r[i.c], code, next)
        case .multiply:
          r[i.a] = try checked(
            r[i.b].multipliedReportingOverflow(by: r[i.c]), "*", r[i.b], r[i.c], code, next)
        case .divide: r[i.a] = try divide(r[i.b], r[i.c], .divide, code, next)
        case .remainder: r[i.a] = try divide(r[i.b], r[i.c], .remainder, code, next)
        case .addImmediate:
          r[i.a] = try checked(
            r[i.b].addingReportingOverflow(i.numberC), "+", r[i.b], i.numberC, code, next)
        case .subtractImmediate:
          r[i.a] = try checked(
            r[i.b].subtractingReportingOverflow(i.numberC), "-", r[i.b], i.numberC, code, next)
        case .multiplyImmediate:
          r[i.a] = try checked(
            r[i.b].multipliedReportingOverflow(by: i.numberC), "*", r[i.b], i.numberC, code, next)
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
        case .jumpBack:
          if isDue { try stopIfWished(code.site(before: next)) }
          next.jump(i.numberC)
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
        case .loopIfLess:
          if r[i.a] < r[i.b] {
            if isDue { try stopIfWished(code.site(before: next)) }
            next.jump(i.numberC)
          }
        case .loopIfLessOrEqual:
          if r[i.a] <= r[i.b] {
            if isDue { try stopIfWished(code.site(before: next)) }
            next.jump(i.numberC)
          }
        case .loopIfLessImmediate:
          if r[i.a] < i.numberB {
            if isDue { try stopIfWished(code.site(before: next)) }
            next.jump(i.numberC)
          }
        case .loopIfLessOrEqualImmediate:
          if r[i.a] <= i.numberB {
            if isDue { try stopIfWished(code.site(before: next)) }
            next.jump(i.numberC)
          }
        case .loopIfGreaterImmediate:
          if r[i.a] > i.numberB {
            if isDue { try stopIfWished(code.site(before: next)) }
            next.jump(i.numberC)
          }
        case .loopIfGreaterOrEqualImmediate:
          if r[i.a] >= i.numberB {
            if isDue { try stopIfWished(code.site(before: next)) }
            next.jump(i.numberC)
          }
        case .countUp:
          if r[i.a] != r[i.b] {
            r[i.a] &+= 1
            if isDue { try stopIfWished(code.site(before: next)) }
            next.jump(i.numberC)
          }
        case .checkRange:
          guard r[i.a] <= r[i.b] else {
            throw Fault(
              "Fatal error: Range requires lowerBound <= upperBound", at: code.site(before: next))
          }

        case .loadGlobalInteger:
          guard let value = globals.int(Int(i.b)) else {
            throw Fault.unset(code.site(before: next))
          }
          r[i.a] = value
        case .loadGlobalDouble:
          guard let value = globals.double(Int(i.b)) else {
            throw Fault.unset(code.site(before: next))
          }
          r.set(i.a, value)
        case .loadGlobalBoolean:
          guard case .bool(let value) = globals[Int(i.b)] else {
            throw Fault.unset(code.site(before: next))
          }
          r[i.a] = value ? 1 : 0
        case .storeGlobalInteger: globals.cursor(Int(i.b)).put(.int(r[i.a]))
        case .storeGlobalDouble: globals.cursor(Int(i.b)).put(.double(r.double(i.a)))
        case .storeGlobalBoolean: globals.cursor(Int(i.b)).put(.bool(r[i.a] != 0))

        case .copySlot: state.slots[Int(i.a)] = state.slots[Int(i.b)]
        case .clearSlot: state.slots[Int(i.a)] = .void
        case .boxSlot: state.slots[Int(i.a)] = Datum(bits: r[i.b], ScalarKind(code: i.c))

        case .cursorSlot: state.cursor = state.slots.cursor(Int(i.a))
        case .cursorGlobal: state.cursor = globals.cursor(Int(i.a))
        case .cursorCapture: state.cursor = state.frame.use { $0.captureCursor(Int(i.a)) }
        case .cursorSlotElement:
          state.cursor = state.slots.cursor(Int(i.a))
          state.cursor = try there(state.cursor.element(r[i.b]), state.cursor, code, next)
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
        case .readSlotCount:
          state.cursor = state.slots.cursor(Int(i.b))
          r[i.a] = try there(state.cursor.count(), state.cursor, code, next)
        case .readDatum: state.slots[Int(i.a)] = state.cursor.copy()
        case .readCount: r[i.a] = try there(state.cursor.count(), state.cursor, code, next)
        case .readElementInteger:
          r[i.a] = try there(state.cursor.integer(at: r[i.b]), state.cursor, code, next)
        case .readElementDouble:
          r.set(i.a, try there(state.cursor.double(at: r[i.b]), state.cursor, code, next))
        case .readElementBoolean:
          r[i.a] = try there(state.cursor.boolean(at: r[i.b]), state.cursor, code, next) ? 1 : 0
        case .readSlotElementInteger:
          state.cursor = state.slots.cursor(Int(i.b))
          r[i.a] = try there(state.cursor.integer(at: r[i.c]), state.cursor, code, next)
        case .readSlotElementDouble:
          state.cursor = state.slots.cursor(Int(i.b))
          r.set(i.a, try there(state.cursor.double(at: r[i.c]), state.cursor, code, next))
        case .readSlotElementBoolean:
          state.cursor = state.slots.cursor(Int(i.b))
          r[i.a] = try there(state.cursor.boolean(at: r[i.c]), state.cursor, code, next) ? 1 : 0
        case .takeSlotElement:
          state.cursor = state.slots.cursor(Int(i.b))
          try done(
            state.cursor.takeElement(r[i.c], to: state.slots.cursor(Int(i.a))), state.cursor, code,
            next)
        case .readSlotElementsInteger:
          state.cursor = try there(
            state.slots.cursor(Int(i.b)).element(r[i.c]), state.slots.cursor(Int(i.b)), code, next)
          r[i.a] = try there(state.cursor.integer(at: r[next.take().a]), state.cursor, code, next)
        case .readSlotElementsDouble:
          state.cursor = try there(
            state.slots.cursor(Int(i.b)).element(r[i.c]), state.slots.cursor(Int(i.b)), code, next)
          r.set(i.a, try there(state.cursor.double(at: r[next.take().a]), state.cursor, code, next))
        case .readSlotElementsBoolean:
          state.cursor = try there(
            state.slots.cursor(Int(i.b)).element(r[i.c]), state.slots.cursor(Int(i.b)), code, next)
          r[i.a] =
            try there(state.cursor.boolean(at: r[next.take().a]), state.cursor, code, next) ? 1 : 0
        case .readSlotFieldInteger:
          state.cursor = state.slots.cursor(Int(i.b))
          r[i.a] = try there(state.cursor.field(Int(i.c))?.integer(), state.cursor, code, next)
        case .readSlotFieldDouble:
          state.cursor = state.slots.cursor(Int(i.b))
          r.set(i.a, try there(state.cursor.field(Int(i.c))?.double(), state.cursor, code, next))
        case .readSlotFieldBoolean:
          state.cursor = state.slots.cursor(Int(i.b))
          r[i.a] =
            try there(state.cursor.field(Int(i.c))?.boolean(), state.cursor, code, next) ? 1 : 0
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
          state.cursor = state.slots.cursor(Int(i.c))
          try done(state.cursor.put(r[i.a], at: r[i.b]), state.cursor, code, next)
        case .writeSlotElementDouble:
          state.cursor = state.slots.cursor(Int(i.c))
          try done(state.cursor.put(r.double(i.a), at: r[i.b]), state.cursor, code, next)
        case .writeSlotElementBoolean:
          state.cursor = state.slots.cursor(Int(i.c))
          try done(state.cursor.put(r[i.a] != 0, at: r[i.b]), state.cursor, code, next)
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
        case .cursorPayload:
          guard let place = state.cursor.payload(isUnique: i.a != 0) else {
            throw Fault.foundNil(code.site(before: next), isImplicit: i.b != 0)
          }
          state.cursor = place
        case .takeDatum: state.slots.cursor(Int(i.a)).take(from: state.cursor)
        case .lookUp, .appendDatum, .loadDatum, .construct, .checkSome, .integerFromDouble,
          .callNative:
          try perform(i, code, next, r, state.slots, state.cursor)
        case .testCharacter, .equal, .equalConstant, .growLiteral, .growRun, .endGrowth,
          .concatenate, .emptyText, .appendLiteral, .appendRun, .appendText, .beginParts,
          .beginCharacters, .readTextCount, .readSlotTextCount, .readSlotByteCount:
          try performOnText(i, code, r, state.slots, state.cursor)
        case .equalValues, .identical, .order, .newBox, .fillBox, .ensureBox, .wrapSome,
          .unwrapSome,
          .weaken, .strengthen, .erase, .eraseAs, .metatype, .dynamicType, .castForced, .describe,
          .convertEach, .makeInstance, .ownClosure, .prepareStatic, .takeEntry, .storeEntry,
          .removeEntry, .throwValue, .rethrow, .caughtValue, .failAttempt, .fault, .display,
          .keepResult, .boundary, .undoStatement, .noteVariables, .bury:
          try performSeldom(i, code, next, r, state)

        case .call:
          let target = code.call(i.b)
          if let function = unsafe target.function {
            try unsafe enter(function, i, target, nil, &next, &r, &code, state)
          }
        case .callClosure, .callByType, .callOfType:
          let closure =
            unsafe i.opcode == .callClosure ? state.slots.cursor(Int(i.c)).closure() : nil
          let function = try unsafe callee(i, closure, code, state.slots)
          try unsafe enter(
            function, i, code.call(i.b), closure, &next, &r, &code, state)

        case .returnScalar:
          if stack.depth == state.base {
            let result = Datum(bits: r[i.a], code.result ?? .integer)
            state.frame.use { $0.result = result }
            return
          }
          r[0] = r[Int(i.a)]
          leaveCall(&next, &r, &code, state)
        case .returnSlot:
          let result = state.slots[Int(i.a)]
          state.frame.use { $0.result = result }
          if stack.depth == state.base { return }
          leaveCall(&next, &r, &code, state)
        case .returnVoid:
          if stack.depth == state.base {
            state.frame.use { $0.result = .void }
            return
          }
          leaveCall(&next, &r, &code, state)
        }
      }
    } catch {
      state.resumption = Resumption(code: code, next: next, registers: r)
      throw error
    }
  }
}
