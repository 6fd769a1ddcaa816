struct Point { var x = 0.0
  static func + (a: Point, b: Point) -> Point { Point(x: a.x + b.x) }
  static func - (a: Point, b: Point) -> Point { Point(x: a.x - b.x) }
  static func * (a: Point, b: Double) -> Point { Point(x: a.x * b) }
}
func between(_ points: [Point], _ t: Double) -> Point {
  points.count == 1 ? points[0] : between(zip(points, points.dropFirst()).map { $0 + ($1 - $0) * t }, t)
}
print(between([Point(x: 1), Point(x: 2), Point(x: 4)], 0.5))

enum Term: ExpressibleByIntegerLiteral, ExpressibleByStringLiteral, CustomStringConvertible {
  case number(Int)
  case name(String)
  indirect case sum(Term, Term)
  indirect case product(Term, Term)
  indirect case negative(Term)
  init(integerLiteral value: Int) { self = .number(value) }
  init(stringLiteral value: String) { self = .name(value) }
  static func + (a: Term, b: Term) -> Term { .sum(a, b) }
  static func * (a: Term, b: Term) -> Term { .product(a, b) }
  static prefix func - (a: Term) -> Term { .negative(a) }
  var description: String {
    switch self {
    case .number(let n): "\(n)"
    case .name(let n): n
    case .sum(let a, let b): "(\(a) + \(b))"
    case .product(let a, let b): "\(a) * \(b)"
    case .negative(let a): "-\(a)"
    }
  }
}
let term: Term = "x" * "x" + 3 * "x" + -"y"
print(term, ("z" + 0 * "q" as Term), 1 + 2, "a" + "b")

struct Pair<T> { var items: [T] }
extension Pair<Character> {
  init(_ text: String) { self.init(items: Array(text)) }
  var text: String { String(items) }
}
extension Pair<Int> { var total: Int { items.reduce(0, +) } }
let pair = Pair("ab")
print(pair, pair.text, Pair(items: [1, 2]).total)

struct Weight: AdditiveArithmetic { var grams: Int
  static let zero = Weight(grams: 0)
  static func + (a: Weight, b: Weight) -> Weight { Weight(grams: a.grams + b.grams) }
  static func - (a: Weight, b: Weight) -> Weight { Weight(grams: a.grams - b.grams) }
}
var weight = Weight(grams: 3)
weight += Weight(grams: 4)
weight -= Weight(grams: 1)
print(weight, [weight, weight].reduce(.zero, +))
struct Failed: Error {}
func attempt<T>(_ body: (Int) throws -> T) rethrows -> T { try body(1) }
print((try? attempt { _ -> Int in throw Failed() }) as Any, -Weight.zero.grams)
let level = 3
let words = [level > 2 ? "high" : "low"]
let word = if level > 2 { words[0].first } else { nil as Character? }
print(words, word ?? "-")
