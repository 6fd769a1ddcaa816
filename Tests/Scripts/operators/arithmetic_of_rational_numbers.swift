func gcd(_ a: Int, _ b: Int) -> Int { b == 0 ? abs(a) : gcd(b, a % b) }
struct Rational: Hashable, Comparable, SignedNumeric, CustomStringConvertible, ExpressibleByFloatLiteral {
  let n, d: Int
  init(_ n: Int, _ d: Int = 1) {
    precondition(d != 0)
    let g = gcd(n, d), s = d < 0 ? -1 : 1
    self.n = s * n / g; self.d = s * d / g
  }
  init(integerLiteral v: Int) { self.init(v) }
  init(floatLiteral v: Double) { self.init(Int(v * 1000), 1000) }
  init?<T: BinaryInteger>(exactly s: T) { guard let v = Int(exactly: s) else { return nil }; self.init(v) }
  var magnitude: Rational { Rational(abs(n), d) }
  var description: String { d == 1 ? "\(n)" : "\(n)/\(d)" }
  static func + (a: Self, b: Self) -> Self { .init(a.n * b.d + b.n * a.d, a.d * b.d) }
  static func - (a: Self, b: Self) -> Self { .init(a.n * b.d - b.n * a.d, a.d * b.d) }
  static func * (a: Self, b: Self) -> Self { .init(a.n * b.n, a.d * b.d) }
  static func / (a: Self, b: Self) -> Self { .init(a.n * b.d, a.d * b.n) }
  static func *= (a: inout Self, b: Self) { a = a * b }
  static func < (a: Self, b: Self) -> Bool { a.n * b.d < b.n * a.d }
}
let half: Rational = 0.5, third = Rational(1, 3)
print(half + third, half - third, half * third, half / third, -half, abs(-third), 3 - half)
print([half, third, 2, 0.25].sorted(), [half, third].reduce(0, +), [1, 2, 3].map { Rational($0, 6) })
print(half == Rational(2, 4), Set([half, Rational(3, 6), third]).count, half > third, max(half, third))
var x: Rational = 1
for i in 1...5 { x *= Rational(i, i + 1) }
x += 1
print(x, Rational(exactly: UInt8(7))!, Rational(-6, -4), Rational(6, -4))
func sum<T: Numeric>(_ xs: [T]) -> T { xs.reduce(0, +) }
func harmonic(_ n: Int) -> Rational { (1...n).map { Rational(1, $0) }.reduce(0, +) }
print(sum([half, half, half]), harmonic(10), sum([1.5, 2]), Double(harmonic(10).n) / Double(harmonic(10).d))
