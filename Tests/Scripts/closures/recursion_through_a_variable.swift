var factorial: (Int) -> Int = { _ in 0 }
factorial = { n in n < 2 ? 1 : n * factorial(n - 1) }
print(factorial(10))
func memoize(_ f: @escaping ((Int) -> Int, Int) -> Int) -> (Int) -> Int {
  var known: [Int: Int] = [:]
  func run(_ n: Int) -> Int {
    if let value = known[n] { return value }
    let value = f(run, n)
    known[n] = value
    return value
  }
  return run
}
print(memoize { fib, n in n < 2 ? n : fib(n - 1) + fib(n - 2) }(60))
