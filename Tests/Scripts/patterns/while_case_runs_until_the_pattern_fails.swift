enum Step { case next(Int), stop }
func advance(_ n: Int) -> Step { n < 3 ? .next(n + 1) : .stop }
var n = 0
while case .next(let m) = advance(n) {
  print(m)
  n = m
}
print("stopped at", n)
