func answers(_ c: Character) -> String {
  [
    c.isLetter, c.isNumber, c.isWhitespace, c.isNewline, c.isUppercase, c.isLowercase, c.isCased,
    c.isPunctuation, c.isSymbol, c.isMathSymbol, c.isCurrencySymbol, c.isASCII,
  ].map { $0 ? "1" : "0" }.joined()
}
for byte: UInt8 in 0..<128 {
  print(byte, answers(Character(UnicodeScalar(byte))))
}
for c: Character in ["\r\n", "é", "ß", "€", "५", "\u{2028}", "«", "∑", "Ω", "e\u{301}", "👍"] {
  print(answers(c), c.wholeNumberValue as Any, c.asciiValue as Any)
}
var letters = 0
for c in "Zwölf Boxkämpfer, 12 an der Zahl!\r\n" where c.isLetter { letters += 1 }
print(letters)
