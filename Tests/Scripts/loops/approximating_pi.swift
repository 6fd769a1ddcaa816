var sum = 0.0
for k in 0..<1000 {
  sum += (k % 2 == 0 ? 1.0 : -1.0) / Double(2 * k + 1)
}
print(4 * sum)
var pi = 3.0, sign = 1.0
for k in stride(from: 2.0, through: 20.0, by: 2.0) {
  pi += sign * 4 / (k * (k + 1) * (k + 2))
  sign = -sign
}
print(pi)
