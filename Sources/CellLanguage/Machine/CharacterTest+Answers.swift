internal import CellChecking

extension CharacterTest {
  /// The answer for a character.
  func holds(of character: Character) -> Bool {
    character.byte.map(holds(of:)) ?? holds(ofAny: character)
  }

  /// The answer for a character of ASCII.
  @inline(__always)
  func holds(of byte: UInt8) -> Bool {
    switch self {
    case .isLetter, .isCased: (byte | 0x20) &- UInt8(ascii: "a") < 26
    case .isNumber: byte &- UInt8(ascii: "0") < 10
    case .isWhitespace: byte == UInt8(ascii: " ") || byte &- UInt8(ascii: "\t") < 5
    case .isNewline: byte &- UInt8(ascii: "\n") < 4
    case .isUppercase: byte &- UInt8(ascii: "A") < 26
    case .isLowercase: byte &- UInt8(ascii: "a") < 26
    case .isPunctuation, .isSymbol, .isMathSymbol: holds(ofSign: byte)
    case .isCurrencySymbol: byte == UInt8(ascii: "$")
    case .isASCII: true
    }
  }

  /// The answer for what is neither a letter nor a digit nor blank.
  private func holds(ofSign byte: UInt8) -> Bool {
    switch Unicode.Scalar(byte) {
    case "+", "<", "=", ">", "^", "|", "~": self != .isPunctuation
    case "$", "`": self == .isSymbol
    case "!"..."/", ":"..."@", "["..."_", "{"..."}": self == .isPunctuation
    default: false
    }
  }

  /// The same by the tables of Unicode.
  @inline(never)
  func holds(ofAny character: Character) -> Bool {
    switch self {
    case .isLetter: character.isLetter
    case .isNumber: character.isNumber
    case .isWhitespace: character.isWhitespace
    case .isNewline: character.isNewline
    case .isUppercase: character.isUppercase
    case .isLowercase: character.isLowercase
    case .isCased: character.isCased
    case .isPunctuation: character.isPunctuation
    case .isSymbol: character.isSymbol
    case .isMathSymbol: character.isMathSymbol
    case .isCurrencySymbol: character.isCurrencySymbol
    case .isASCII: character.isASCII
    }
  }
}
