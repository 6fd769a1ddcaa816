func gcd(_ a: Int, _ b: Int) -> Int {
  b == 0 ? a : gcd(b, a % b)
}
func lcm(_ a: Int, _ b: Int) -> Int { a / gcd(a, b) * b }
print(gcd(48, 36), gcd(17, 5), gcd(0, 9))
print(lcm(4, 6), lcm(21, 6))
print((1...10).reduce(1) { lcm($0, $1) })
