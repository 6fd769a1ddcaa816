extension Opcode {
  /// Whether the instruction needs the frame of its function; for calls, see also `CallSite.usesSlots`.
  var usesFrame: Bool {
    switch self {
    case .move, .immediate, .constant, .add, .subtract, .multiply, .divide, .remainder,
      .addImmediate, .subtractImmediate, .multiplyImmediate, .divideImmediate, .remainderImmediate,
      .bitAnd, .bitOr, .bitXor, .integer, .addDouble, .subtractDouble, .multiplyDouble,
      .divideDouble, .negateDouble, .roundToFloat, .squareRoot, .doubleFromInteger,
      .integerFromDouble, .jump, .jumpFar, .jumpBack, .jumpIfTrue, .jumpIfFalse, .jumpIfEqual,
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
      .appendLiteral, .appendRun, .call, .returnScalar, .returnVoid, .fault:
      false
    default: true
    }
  }
}
