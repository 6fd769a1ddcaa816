let lucky = 7
func describe(_ n: Int) -> String {
  switch n {
  case lucky: return "lucky"
  case lucky + 1: return "nearly"
  case -lucky: return "opposite"
  case let m where m.isMultiple(of: 10): return "round"
  default: return "dull"
  }
}
for n in [7, 8, -7, 40, 3] { print(n, describe(n)) }
