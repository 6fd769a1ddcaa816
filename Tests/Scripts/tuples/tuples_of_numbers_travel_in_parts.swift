func divide(_ a: Int, by b: Int) -> (quotient: Int, remainder: Int) { (a / b, a % b) }
func extremes(_ numbers: [Int]) -> (low: Int, high: Int)? {
  guard let first = numbers.first else { return nil }
  var result = (low: first, high: first)
  for number in numbers {
    if number < result.low { result.low = number }
    result.high = max(result.high, number)
  }
  return result
}
func nested(_ n: Int) -> (Int, (Double, Bool)) { (n, (Double(n) / 4, n % 2 == 0)) }

let (q, r) = divide(17, by: 5)
print(q, r, divide(9, by: 4), divide(9, by: 4).remainder)
print(extremes([3, 9, -2]) ?? (0, 0), extremes([]) == nil)
let numbers = (0..<50).map { $0 * 37 % 41 }
let range = numbers.reduce((low: Int.max, high: Int.min)) {
  (low: min($0.low, $1), high: max($0.high, $1))
}
let sums = numbers.reduce((0, 0)) { ($0.0 + $1, $0.1 + 1) }
print(range, sums, numbers.reduce(into: (0, 1.0)) { $0.0 += $1; $0.1 *= 1.01 }.0)

func swapping() {
  var pair = (1, 2)
  let before = pair
  pair = (pair.1, pair.0)
  (pair.0, pair.1) = (pair.1 * 10, pair.0 + 1)
  print(before, pair, pair == before, pair < (100, 0))
  var (a, b) = (0, 1)
  for _ in 0..<10 { (a, b) = (b, a + b) }
  print(a, b)
  var deep = nested(6)
  let kept = deep
  deep.1.0 += 1
  deep.1 = (deep.1.0 * 2, !deep.1.1)
  deep.0 = kept.0 + 1
  print(deep, kept, kept.1)
  let add = { (p: (Int, Int), q: (Int, Int)) in (p.0 + q.0, p.1 + q.1) }
  print(add(pair, before), [pair, before].map { add($0, $0).1 })
  var changes = { pair.0 += 1; return pair }
  print(changes(), changes(), pair)
  changes = { (0, pair.1) }
  print(changes())
}
swapping()

func kind(_ a: Int, _ b: Int) -> String {
  switch (a % 3, b % 5) {
  case (0, 0): "both"
  case (0, let rest) where rest > 2: "three, \(rest)"
  case (0, _): "three"
  case (let x, 0): "five, \(x)"
  case let pair where pair.0 == pair.1: "same \(pair)"
  default: "none"
  }
}
for n in 0..<16 { print(kind(n, n), kind(n, n + 3), terminator: "; ") }
print()
func failing(_ n: Int) throws -> (Int, Int) {
  struct Odd: Error {}
  defer { print("left", n) }
  if n % 2 == 1 { throw Odd() }
  return (n, n / 2)
}
print((try? failing(4)) ?? (0, 0), (try? failing(3)) == nil)
do { let (a, b) = try failing(6); print(a - b) } catch { print("no") }
