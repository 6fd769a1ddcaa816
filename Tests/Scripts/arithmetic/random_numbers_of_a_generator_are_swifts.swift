struct Steps: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state = state &* 6364136223846793005 &+ 1442695040888963407
    return state ^ (state >> 29)
  }
}
var steps = Steps(state: 7)
print((0..<5).map { _ in Int.random(in: 0..<1000, using: &steps) })
print((0..<5).map { _ in Int.random(in: -3...3, using: &steps) })
print((0..<5).map { _ in UInt8.random(in: 0...255, using: &steps) })
print((0..<5).map { _ in Int8.random(in: -100..<100, using: &steps) })
print((0..<5).map { _ in UInt32.random(in: 5...3_000_000_000, using: &steps) })
print((0..<5).map { _ in Int16.random(in: -7...700, using: &steps) })
print(UInt64.random(in: 0...UInt64.max, using: &steps))
print((0..<3).map { _ in Double.random(in: 0..<1, using: &steps) })
print((0..<3).map { _ in Double.random(in: -5...5, using: &steps) })
print((0..<3).map { _ in Float.random(in: 0..<1, using: &steps) })
print((0..<3).map { _ in Float.random(in: 2...3, using: &steps) })
print((0..<12).map { _ in Bool.random(using: &steps) })
print([1, 2, 3, 4, 5, 6, 7].shuffled(using: &steps))
print("abcdef".shuffled(using: &steps), [3, 1, 4].randomElement(using: &steps)!)
print(steps.next(upperBound: 10 as UInt64))
