var moves = 0
func hanoi(_ n: Int, from a: String, to b: String, via c: String) {
  if n == 0 { return }
  hanoi(n - 1, from: a, to: c, via: b)
  moves += 1
  if moves <= 5 { print("\(a) -> \(b)") }
  hanoi(n - 1, from: c, to: b, via: a)
}
hanoi(6, from: "A", to: "C", via: "B")
print(moves)
