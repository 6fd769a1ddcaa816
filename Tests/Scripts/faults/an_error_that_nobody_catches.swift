enum Problem: Error { case tooBig(Int) }
func check(_ n: Int) throws {
  if n > 2 { throw Problem.tooBig(n) }
  print(n, "is fine")
}
for n in 1...5 {
  try check(n)
// fault: Error raised at top level: main.Problem.tooBig(3)
}
