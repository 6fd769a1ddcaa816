let a: Character = "a"
print(a.asciiValue!)
print(Character("é").asciiValue as Any)
print(Character("Z").asciiValue! - Character("A").asciiValue!)
print(Character(UnicodeScalar(UInt8(ascii: "b") + 1)))
