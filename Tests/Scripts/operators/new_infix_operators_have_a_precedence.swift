infix operator **: MultiplicationPrecedence
func ** (base: Int, exponent: Int) -> Int { (0..<exponent).reduce(1) { r, _ in r * base } }
print(2 ** 10, 1 + 2 ** 3, (2 ** 3) ** 2)
infix operator <>: AdditionPrecedence
func <> (a: String, b: String) -> String { a + "<>" + b }
print("x" <> "y" <> "z")
