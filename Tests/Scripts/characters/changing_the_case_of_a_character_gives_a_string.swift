let c: Character = "q"
print(c.uppercased() + c.lowercased())
print(type(of: c.uppercased()))
print(c == "q", c.isASCII, c.isSymbol, Character("+").isSymbol)
print(c.isNewline, Character("\n").isNewline, c.isCased)
