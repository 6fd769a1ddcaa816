internal import CellChecking

/// The instructions for the kinds of scalars.
extension Opcode {
  static func read(_ kind: ScalarKind) -> Opcode {
    switch kind {
    case .integer: .readInteger
    case .floating: .readDouble
    case .boolean: .readBoolean
    }
  }

  static func write(_ kind: ScalarKind) -> Opcode {
    switch kind {
    case .integer: .writeInteger
    case .floating: .writeDouble
    case .boolean: .writeBoolean
    }
  }

  static func writeElement(_ kind: ScalarKind) -> Opcode {
    switch kind {
    case .integer: .writeElementInteger
    case .floating: .writeElementDouble
    case .boolean: .writeElementBoolean
    }
  }

  static func readSlotElement(_ kind: ScalarKind) -> Opcode {
    switch kind {
    case .integer: .readSlotElementInteger
    case .floating: .readSlotElementDouble
    case .boolean: .readSlotElementBoolean
    }
  }

  static func readSlotElements(_ kind: ScalarKind) -> Opcode {
    switch kind {
    case .integer: .readSlotElementsInteger
    case .floating: .readSlotElementsDouble
    case .boolean: .readSlotElementsBoolean
    }
  }

  static func readCapture(_ kind: ScalarKind) -> Opcode {
    switch kind {
    case .integer: .readCaptureInteger
    case .floating: .readCaptureDouble
    case .boolean: .readCaptureBoolean
    }
  }

  static func readSlotElementField(_ kind: ScalarKind) -> Opcode {
    switch kind {
    case .integer: .readSlotElementFieldInteger
    case .floating: .readSlotElementFieldDouble
    case .boolean: .readSlotElementFieldBoolean
    }
  }

  static func readSlotField(_ kind: ScalarKind) -> Opcode {
    switch kind {
    case .integer: .readSlotFieldInteger
    case .floating: .readSlotFieldDouble
    case .boolean: .readSlotFieldBoolean
    }
  }

  static func writeSlotElement(_ kind: ScalarKind) -> Opcode {
    switch kind {
    case .integer: .writeSlotElementInteger
    case .floating: .writeSlotElementDouble
    case .boolean: .writeSlotElementBoolean
    }
  }

  static func append(_ kind: ScalarKind) -> Opcode {
    switch kind {
    case .integer: .appendInteger
    case .floating: .appendDouble
    case .boolean: .appendBoolean
    }
  }
}
