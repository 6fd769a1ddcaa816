print(String(repeating: "=", count: 20))
print(String(repeating: "ab", count: 3))
for n in 1...4 {
  print(String(repeating: " ", count: 4 - n) + String(repeating: "*", count: 2 * n - 1))
}
