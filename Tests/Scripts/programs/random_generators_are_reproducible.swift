struct LinearCongruential: RandomNumberGenerator {
  var state: UInt64
  init(seed: UInt64) { state = seed }
  mutating func next() -> UInt64 {
    state = state &* 6364136223846793005 &+ 1442695040888963407
    return state
  }
}

struct SplitMix: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state = state &+ 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

struct XorShift {
  var x: UInt32
  mutating func next() -> UInt32 {
    x ^= x << 13
    x ^= x >> 17
    x ^= x << 5
    return x
  }
}

func unit<G: RandomNumberGenerator>(_ g: inout G) -> Double {
  Double(g.next() >> 11) / Double(1 << 53)
}

func die<G: RandomNumberGenerator>(_ g: inout G) -> Int { Int(unit(&g) * 6) + 1 }

var lcg = LinearCongruential(seed: 1)
var again = LinearCongruential(seed: 1)
print((0..<3).map { _ in lcg.next() })
print((0..<3).map { _ in again.next() } == (0..<3).map { _ in lcg.next() }, lcg.state == again.state)

var mix = SplitMix(state: 42)
print(mix.next(), mix.next())
var counts = [Int](repeating: 0, count: 7)
for _ in 0..<6000 { counts[die(&mix)] += 1 }
print(counts[0], counts.dropFirst().allSatisfy { (900...1100).contains($0) }, counts.reduce(0, +))

var xor = XorShift(x: 2463534242)
print((0..<4).map { _ in xor.next() })

var inside = 0
for _ in 0..<20_000 {
  let x = unit(&mix), y = unit(&mix)
  if x * x + y * y < 1 { inside += 1 }
}
let estimate = 4 * Double(inside) / 20_000
print(abs(estimate - Double.pi) < 0.05)

func shuffled<T>(_ xs: [T], _ g: inout SplitMix) -> [T] {
  var xs = xs
  for i in stride(from: xs.count - 1, to: 0, by: -1) {
    xs.swapAt(i, Int(g.next() % UInt64(i + 1)))
  }
  return xs
}
var deck = SplitMix(state: 7)
let cards = shuffled(Array(1...10), &deck)
print(cards, cards.sorted() == Array(1...10))
