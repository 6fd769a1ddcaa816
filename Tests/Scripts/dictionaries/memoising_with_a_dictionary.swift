var memo: [Int: Int] = [:]
func fibonacci(_ n: Int) -> Int {
  if n < 2 { return n }
  if let known = memo[n] { return known }
  let result = fibonacci(n - 1) + fibonacci(n - 2)
  memo[n] = result
  return result
}
print(fibonacci(80), memo.count)
