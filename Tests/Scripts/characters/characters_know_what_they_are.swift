for c: Character in ["a", "Z", "7", " ", "!", "é", "\n"] {
  print(c.isLetter, c.isNumber, c.isWhitespace, c.isPunctuation, c.isUppercase, c.isLowercase)
}
