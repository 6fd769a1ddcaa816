struct Countdown: Sequence, IteratorProtocol {
  var n: Int
  mutating func next() -> Int? {
    if n < 0 { return nil }
    defer { n -= 1 }
    return n
  }
}
for i in Countdown(n: 3) { print(i) }
print(Countdown(n: 4).map { $0 * $0 }, Countdown(n: 2).contains(1), Array(Countdown(n: 1)))
let c = Countdown(n: 5)
print(c.reduce(0, +), c.filter { $0 % 2 == 1 }, c.max()!)
