/// A question about a character that is answered for ASCII without going through the tables of Unicode.
enum CharacterTest: UInt16, CaseIterable {
  case isLetter, isNumber, isWhitespace, isNewline, isUppercase, isLowercase, isCased
  case isPunctuation, isSymbol, isMathSymbol, isCurrencySymbol, isASCII

  /// The answer for a character.
  @inline(__always)
  func holds(of character: Character) -> Bool {
    guard let byte = character.byte else { return holds(ofAny: character) }
    return Self.answers[Int(byte)] >> rawValue & 1 != 0
  }

  /// The answers for the characters of ASCII, one bit for each question.
  private static let answers: [UInt16] = (0..<0x80).map { byte in
    let character = Character(byte: UInt8(byte))
    return allCases.reduce(0) { $0 | ($1.holds(ofAny: character) ? 1 << $1.rawValue : 0) }
  }

  @inline(never)
  private func holds(ofAny character: Character) -> Bool {
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
