/// A question about a character that is answered for ASCII without going through the tables of Unicode.
package enum CharacterTest: UInt16, CaseIterable, BitwiseCopyable {
  case isLetter, isNumber, isWhitespace, isNewline, isUppercase, isLowercase, isCased
  case isPunctuation, isSymbol, isMathSymbol, isCurrencySymbol, isASCII
}
