for n in [-4, 0, 9] {
  print(n < 0 ? "negative" : n == 0 ? "zero" : "positive")
}
let a = 5, b = 8
print("bigger is \(a > b ? a : b)")
