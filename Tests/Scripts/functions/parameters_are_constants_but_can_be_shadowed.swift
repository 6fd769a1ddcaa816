func countdown(_ n: Int) -> [Int] {
  var n = n
  var out: [Int] = []
  while n > 0 {
    out.append(n)
    n -= 1
  }
  return out
}
let start = 3
print(countdown(start), start)
