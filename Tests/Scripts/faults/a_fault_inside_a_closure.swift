let xs = [3, 2, 1, 0]
let inverses = xs.map { n -> Int in
  print("inverting", n)
  return 6 / n
// fault: Division by zero
}
print(inverses)
