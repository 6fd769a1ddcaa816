func root(_ x: Double) -> Double {
  precondition(x >= 0, "negative number: \(x)")
// fault: Precondition failed: negative number: -4.0
  return x.squareRoot()
}
print(root(9))
print(root(-4))
