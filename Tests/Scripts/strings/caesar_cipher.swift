func shift(_ text: String, by amount: Int) -> String {
  String(text.map { letter in
    guard let ascii = letter.asciiValue, letter.isLetter else { return letter }
    let base: UInt8 = letter.isUppercase ? 65 : 97
    let moved = (Int(ascii - base) + amount + 26) % 26
    return Character(UnicodeScalar(base + UInt8(moved)))
  })
}
let secret = shift("Hello, World!", by: 3)
print(secret)
print(shift(secret, by: -3))
