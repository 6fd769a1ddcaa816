func isEven(_ n: Int) -> Bool { n == 0 ? true : isOdd(n - 1) }
func isOdd(_ n: Int) -> Bool { n == 0 ? false : isEven(n - 1) }
print(isEven(10), isOdd(7), isEven(3))
func outer() -> Int {
  func a(_ n: Int) -> Int { n <= 0 ? 0 : 1 + b(n - 1) }
  func b(_ n: Int) -> Int { n <= 0 ? 0 : 10 + a(n - 1) }
  return a(4)
}
print(outer())
