struct Fibonacci: Sequence {
  let limit: Int
  struct Iterator: IteratorProtocol {
    let limit: Int
    var a = 0, b = 1
    mutating func next() -> Int? {
      guard a <= limit else { return nil }
      defer { (a, b) = (b, a + b) }
      return a
    }
  }
  func makeIterator() -> Iterator { Iterator(limit: limit) }
}
let f = Fibonacci(limit: 50)
print(Array(f), f.prefix(4), f.dropFirst(5).reduce(0, +))
for (i, n) in f.enumerated() where i > 6 { print(i, n) }
