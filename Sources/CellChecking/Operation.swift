/// An operation that the machine does itself; the types of its operands choose the instruction.
package enum Operation: Hashable, BitwiseCopyable {
  case add, subtract, multiply, divide, remainder
  case wrappingAdd, wrappingSubtract, wrappingMultiply
  case bitAnd, bitOr, bitXor, shiftLeft, shiftRight, wrappingShiftLeft, wrappingShiftRight
  case negate, complement, not
  case equal, notEqual, less, lessEqual, greater, greaterEqual
  case identical, notIdentical
  /// `+` of strings and arrays.
  case concatenate
  /// `count` of an array; `isEmpty` follows from it.
  case arrayCount
  case arrayAppend
  /// `count` of a text.
  case textCount
  /// A question about a character.
  case test(CharacterTest)

  /// The operation that an operator of the standard types stands for.
  package static let binary: [String: Operation] = [
    "+": .add, "-": .subtract, "*": .multiply, "/": .divide, "%": .remainder,
    "&+": .wrappingAdd, "&-": .wrappingSubtract, "&*": .wrappingMultiply,
    "&": .bitAnd, "|": .bitOr, "^": .bitXor, "<<": .shiftLeft, ">>": .shiftRight,
    "&<<": .wrappingShiftLeft, "&>>": .wrappingShiftRight,
    "==": .equal, "!=": .notEqual, "<": .less, "<=": .lessEqual, ">": .greater,
    ">=": .greaterEqual,
  ]

  /// Whether it is a mutating method, which changes its first operand.
  var isChange: Bool { self == .arrayAppend || self == .concatenate }

  /// Whether the result is a `Bool`.
  package var isComparison: Bool {
    switch self {
    case .equal, .notEqual, .less, .lessEqual, .greater, .greaterEqual, .identical, .notIdentical:
      true
    default: false
    }
  }

  /// Whether it moves bits: then its operands need not be of one type.
  var isShift: Bool {
    switch self {
    case .shiftLeft, .shiftRight, .wrappingShiftLeft, .wrappingShiftRight: true
    default: false
    }
  }

  /// Whether it is for integers only.
  var isForIntegersOnly: Bool {
    switch self {
    case .remainder, .wrappingAdd, .wrappingSubtract, .wrappingMultiply, .bitAnd, .bitOr, .bitXor,
      .shiftLeft, .shiftRight, .wrappingShiftLeft, .wrappingShiftRight, .complement:
      true
    default: false
    }
  }
}

extension String {
  /// Whether this is the name of an operator that changes its left side, such as `+=`.
  var isAssigningOperator: Bool {
    guard count > 1, last == "=" else { return false }
    // Those with a period compare place by place.
    let name = hasPrefix(".") ? String(dropFirst()) : self
    return !["<=", ">=", "!=", "==", "===", "!==", "~="].contains(name)
  }
}
