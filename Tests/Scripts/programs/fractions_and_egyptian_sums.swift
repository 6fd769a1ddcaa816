struct Fraction: Comparable, Hashable, CustomStringConvertible, ExpressibleByIntegerLiteral {
  let numerator: Int, denominator: Int

  init(_ n: Int, _ d: Int = 1) {
    precondition(d != 0, "a fraction needs a denominator")
    func gcd(_ a: Int, _ b: Int) -> Int { b == 0 ? abs(a) : gcd(b, a % b) }
    let g = max(gcd(n, d), 1)
    let sign = d < 0 ? -1 : 1
    numerator = sign * n / g
    denominator = sign * d / g
  }

  init(integerLiteral value: Int) { self.init(value) }

  static func + (a: Self, b: Self) -> Self {
    Self(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator)
  }
  static prefix func - (a: Self) -> Self { Self(-a.numerator, a.denominator) }
  static func - (a: Self, b: Self) -> Self { a + -b }
  static func * (a: Self, b: Self) -> Self { Self(a.numerator * b.numerator, a.denominator * b.denominator) }
  static func / (a: Self, b: Self) -> Self { a * b.reciprocal }
  static func += (a: inout Self, b: Self) { a = a + b }
  static func < (a: Self, b: Self) -> Bool { a.numerator * b.denominator < b.numerator * a.denominator }

  var reciprocal: Self { Self(denominator, numerator) }
  var value: Double { Double(numerator) / Double(denominator) }
  var description: String { denominator == 1 ? "\(numerator)" : "\(numerator)/\(denominator)" }

  var egyptian: [Self] {
    var rest = self, parts: [Self] = []
    while rest.numerator > 0 {
      let unit = Self(1, (rest.denominator + rest.numerator - 1) / rest.numerator)
      parts.append(unit)
      rest = rest - unit
    }
    return parts
  }

  var continued: [Int] {
    var parts: [Int] = [], n = numerator, d = denominator
    while d != 0 {
      parts.append(n / d)
      (n, d) = (d, n % d)
    }
    return parts
  }

  init(continued parts: [Int]) {
    var result = Fraction(parts.last!)
    for part in parts.dropLast().reversed() { result = Fraction(part) + result.reciprocal }
    self = result
  }
}

let half = Fraction(1, 2), third = Fraction(1, 3)
print(half + third, half - third, half * third, half / third, -half)
print(Fraction(6, -8), Fraction(0, 5), Fraction(10, 5))
print(half > third, max(half, third, Fraction(3, 5)), [half, third, 1, 0].sorted())
print(half + 2, 1 - third, Set([half, Fraction(2, 4), third]).count)
for f in [Fraction(3, 4), Fraction(7, 15), Fraction(5, 6)] {
  let parts = f.egyptian
  print(f, "=", parts.map(\.description).joined(separator: " + "), parts.reduce(0, +) == f)
}
print(Fraction(415, 93).continued, Fraction(continued: [4, 2, 6, 7]))
var harmonic: Fraction = 0
for n in 1...10 { harmonic += Fraction(1, n) }
print(harmonic, harmonic.value)
let farey = Set((1...5).flatMap { d in (0...d).map { Fraction($0, d) } }).sorted()
print(farey)
