let small: Int8 = 12
let letter: Character = "x"
let word = "x"
let unique: Set<Int> = [3, 3, 3]
let ratio: Float = 0.1
print(type(of: small), type(of: letter), type(of: word))
print(unique.count)
print(ratio)
print(UInt8(65) + 1)
