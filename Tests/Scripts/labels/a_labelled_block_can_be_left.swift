func check(_ n: Int) {
  test: if n > 0 {
    if n > 100 { break test }
    print(n, "is small")
  }
  work: do {
    if n == 7 { break work }
    print(n, "worked")
  }
}
check(5); check(7); check(500)
