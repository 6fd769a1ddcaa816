func unreachable(_ n: Int) -> String {
  switch n {
  case 0: return "zero"
  default: fatalError("no name for \(n)")
// fault: no name for 7
  }
}
print(unreachable(0))
print(unreachable(7))
