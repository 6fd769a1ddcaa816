let a: UInt32 = 4_000_000_000
let b: UInt32 = 7
print(a / b, a % b)
print(a > b, UInt64(a) * 2)
var hash: UInt32 = 2166136261
for byte in "hello".utf8 {
  hash ^= UInt32(byte)
  hash = hash &* 16777619
}
print(hash)
