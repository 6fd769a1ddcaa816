func report(_ n: Int) {
  return n + 1
//         ^ error: unexpected non-void return value in void function
}
report(1)
