struct Polynomial: Equatable, CustomStringConvertible, ExpressibleByArrayLiteral {
  // coefficients[i] belongs to x to the i.
  private(set) var coefficients: [Int]

  init(_ coefficients: [Int]) {
    var c = coefficients
    while let last = c.last, last == 0 { c.removeLast() }
    self.coefficients = c
  }

  init(arrayLiteral elements: Int...) { self.init(elements) }

  var degree: Int { max(0, coefficients.count - 1) }

  subscript(power: Int) -> Int { coefficients.indices.contains(power) ? coefficients[power] : 0 }

  func callAsFunction(_ x: Int) -> Int { coefficients.reversed().reduce(0) { $0 * x + $1 } }

  static func + (p: Polynomial, q: Polynomial) -> Polynomial {
    Polynomial((0...max(p.degree, q.degree)).map { p[$0] + q[$0] })
  }
  static prefix func - (p: Polynomial) -> Polynomial { Polynomial(p.coefficients.map(-)) }
  static func - (p: Polynomial, q: Polynomial) -> Polynomial { p + -q }
  static func * (p: Polynomial, q: Polynomial) -> Polynomial {
    var c = [Int](repeating: 0, count: p.degree + q.degree + 1)
    for (i, a) in p.coefficients.enumerated() {
      for (j, b) in q.coefficients.enumerated() { c[i + j] += a * b }
    }
    return Polynomial(c)
  }

  var derivative: Polynomial {
    Polynomial(coefficients.enumerated().dropFirst().map { $0.offset * $0.element })
  }

  var description: String {
    var text = ""
    for power in coefficients.indices.reversed() where self[power] != 0 {
      let c = self[power]
      let sign = c < 0 ? (text.isEmpty ? "-" : " - ") : (text.isEmpty ? "" : " + ")
      let size = abs(c) == 1 && power > 0 ? "" : "\(abs(c))"
      let x = power == 0 ? "" : power == 1 ? "x" : "x^\(power)"
      text += sign + size + x
    }
    return text.isEmpty ? "0" : text
  }

  func divided(by d: Polynomial) -> (quotient: Polynomial, remainder: Polynomial)? {
    guard let lead = d.coefficients.last, abs(lead) == 1 else { return nil }
    var rest = self
    var quotient = [Int](repeating: 0, count: max(1, degree - d.degree + 1))
    while rest.degree >= d.degree, rest != [] {
      let shift = rest.degree - d.degree
      let factor = rest[rest.degree] / lead
      quotient[shift] = factor
      rest = rest - Polynomial([Int](repeating: 0, count: shift) + [factor]) * d
    }
    return (Polynomial(quotient), rest)
  }
}

let p: Polynomial = [1, -3, 0, 2]
let q: Polynomial = [-1, 1]
print(p, "|", q, "|", p + q, "|", p - p)
print(p * q, p(0), p(2), (p * q)(3) == p(3) * q(3))
print(p.derivative, p.derivative.derivative, Polynomial([5]).derivative)
let (quotient, remainder) = p.divided(by: q)!
print("(\(p)) : (\(q)) =", quotient, "rest", remainder)
print(quotient * q + remainder == p, p.divided(by: [1, 2]) == nil)
var row: Polynomial = [1]
for n in 0...5 {
  print("(1 + x)^\(n) =", row)
  row = row * [1, 1]
}
print((-20...20).filter { x in (([-6, 1, 1] as Polynomial)(x)) == 0 })
