/// What the operands of an instruction are, for printing it.
struct OperandShape {
  enum Kind: Character {
    case none = " "
    case register = "r"
    case slot = "s"
    /// A number in the instruction.
    case number = "i"
    case jump = "j"
    /// A variable of the cells.
    case global = "g"
    case constant = "k"
    case datum = "d"
    case literal = "l"
    case type = "t"
    case cast = "x"
    case property = "p"
    case construction = "o"
    case native = "n"
    case call = "c"
    case run = "u"
    case split = "v"
    case layout = "y"
    /// The kind of a scalar.
    case kind = "q"
  }

  let a: Kind
  let b: Kind
  let c: Kind

  /// A shape from the letters of its three operands.
  fileprivate init(_ letters: String) {
    let kinds = letters.map { Kind(rawValue: $0) ?? .none }
    (a, b, c) = (kinds[0], kinds[1], kinds[2])
  }
}

extension Opcode {
  /// What its operands are.
  var shape: OperandShape { OperandShape(letters) }

  /// Whether the instruction needs the frame of its function; for calls, see also `CallSite.usesSlots`.
  var usesFrame: Bool {
    switch self {
    // They run code that opens frames of its own, behind the one of this.
    case .callNative, .callByType, .prepareStatic, .boundary, .undoStatement, .noteVariables, .bury:
      true
    default: letters.utf8.contains(UInt8(ascii: "s"))
    }
  }

  private var letters: String {
    switch self {
    case .move, .negateDouble, .roundToFloat, .squareRoot, .doubleFromInteger, .integerFromDouble,
      .writeElementInteger, .writeElementDouble, .writeElementBoolean, .readElementInteger,
      .readElementDouble, .readElementBoolean, .checkRange:
      "rr "
    case .immediate: "r i"
    case .constant: "rk "
    case .add, .subtract, .multiply, .divide, .remainder, .bitAnd, .bitOr, .bitXor, .wrappingAdd,
      .wrappingSubtract, .wrappingMultiply, .integer,
      .addDouble, .subtractDouble, .multiplyDouble, .divideDouble:
      "rrr"
    case .addImmediate, .subtractImmediate, .multiplyImmediate, .divideImmediate,
      .remainderImmediate, .readCaptureInteger, .readCaptureDouble, .readCaptureBoolean:
      "rri"
    case .jump, .jumpBack: "  j"
    case .jumpFar: " ii"
    case .jumpIfTrue, .jumpIfFalse: "r j"
    case .jumpIfNone, .jumpIfSome, .jumpIfSet, .entryOrJump, .jumpToEntry: "s j"
    case .jumpUnlessCase, .jumpIfCharacter, .jumpUnlessCharacter, .jumpIfTest, .jumpUnlessTest:
      "sij"
    case .castOrJump: "sxj"
    case .findOrJump, .takeCharacter: "ssj"
    case .takePart: "svj"
    case .payloadOrJump: "i j"
    case .jumpIfEqual, .jumpIfNotEqual, .jumpIfLess, .jumpIfLessOrEqual, .jumpIfEqualDouble,
      .jumpUnlessEqualDouble, .jumpIfLessDouble, .jumpUnlessLessDouble, .jumpIfLessOrEqualDouble,
      .jumpUnlessLessOrEqualDouble, .loopIfLess, .loopIfLessOrEqual, .countUp:
      "rrj"
    case .jumpIfEqualImmediate, .jumpIfNotEqualImmediate, .jumpIfLessImmediate,
      .jumpIfLessOrEqualImmediate, .jumpIfGreaterImmediate, .jumpIfGreaterOrEqualImmediate,
      .loopIfLessImmediate, .loopIfLessOrEqualImmediate, .loopIfGreaterImmediate,
      .loopIfGreaterOrEqualImmediate:
      "rij"
    case .loadGlobalInteger, .loadGlobalDouble, .loadGlobalBoolean, .storeGlobalInteger,
      .storeGlobalDouble, .storeGlobalBoolean:
      "rg "
    case .copySlot, .newBox, .fillBox, .eraseAs, .caughtValue: "ss "
    case .clearSlot, .ensureBox, .wrapSome, .unwrapSome, .weaken, .makeInstance, .ownClosure,
      .cursorSlot, .readDatum, .takeDatum, .writeDatum, .appendDatum, .concatenate, .appendText,
      .emptyText, .beginCharacters, .throwValue, .rethrow, .failAttempt, .display, .returnSlot:
      "s  "
    case .strengthen, .checkSome: "si "
    case .boxSlot: "srq"
    case .loadDatum: "sd "
    case .construct: "so "
    case .pack: "sry"
    case .unpack: "ry "
    case .returnRecord: "ri "
    case .equal, .equalValues, .identical, .order: "rss"
    case .equalConstant: "rsd"
    case .erase, .metatype, .dynamicType, .describe, .keepResult: "st "
    case .castForced: "sx "
    case .convertEach: "sst"
    case .prepareStatic: " p "
    case .cursorGlobal: "g  "
    case .cursorField, .uniqueField: "i  "
    case .cursorCapture: "ir "
    case .cursorPayload: "ii "
    case .uniqueSlotElementField, .addSlotElementFieldInteger, .addSlotElementFieldDouble: "sri"
    case .cursorSlotElement, .uniqueSlotElement: "sr "
    case .cursorElement, .uniqueElement, .readInteger, .readDouble, .readBoolean, .readCount,
      .readTextCount, .addIntegerThere, .addDoubleThere, .writeInteger, .writeDouble, .writeBoolean,
      .appendInteger, .appendDouble,
      .appendBoolean, .returnScalar:
      "r  "
    case .uniqueEntry: "srq"
    case .lookUp, .removeEntry: "ss "
    case .takeEntry, .storeEntry: "sss"
    case .readSlotCount, .readSlotTextCount, .readSlotByteCount: "rs "
    case .readSlotElementFieldInteger, .readSlotElementFieldDouble,
      .readSlotElementFieldBoolean, .readSlotElementInteger, .readSlotElementDouble,
      .readSlotElementBoolean,
      .readSlotElementsInteger, .readSlotElementsDouble, .readSlotElementsBoolean:
      "rsr"
    case .takeSlotElement: "ssr"
    case .readSlotFieldInteger, .readSlotFieldDouble, .readSlotFieldBoolean: "rsi"
    case .writeSlotElementInteger, .writeSlotElementDouble, .writeSlotElementBoolean: "rrs"
    case .growText: "ssr"
    case .growLiteral: "slr"
    case .growRun: "sur"
    case .endGrowth: "sr "
    case .testCharacter: "rsi"
    case .appendLiteral: "l  "
    case .appendRun: "u  "
    case .beginParts: "sv "
    case .fault: " l "
    case .callNative: "in "
    case .call, .callOwn, .callByType: "rc "
    case .callClosure, .callOfType: "rcs"
    case .boundary: " k "
    case .cursorBox, .returnVoid, .undoStatement, .noteVariables, .bury: "   "
    }
  }
}
