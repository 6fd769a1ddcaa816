print(String(255, radix: 16), String(255, radix: 2))
print(String(255, radix: 16, uppercase: true))
print(String(-10, radix: 2))
print(String(35, radix: 36))
for n in 0..<4 {
  let bits = String(n, radix: 2)
  print(String(repeating: "0", count: 3 - bits.count) + bits)
}
