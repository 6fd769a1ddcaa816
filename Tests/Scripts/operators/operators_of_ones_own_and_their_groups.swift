struct Vector: Equatable, AdditiveArithmetic {
  var x, y: Double
  static let zero = Vector(x: 0, y: 0)
  static func + (a: Self, b: Self) -> Self { .init(x: a.x + b.x, y: a.y + b.y) }
  static func - (a: Self, b: Self) -> Self { .init(x: a.x - b.x, y: a.y - b.y) }
  static prefix func - (v: Self) -> Self { .zero - v }
  static func * (k: Double, v: Self) -> Self { .init(x: k * v.x, y: k * v.y) }
  static func • (a: Self, b: Self) -> Double { a.x * b.x + a.y * b.y }
}
infix operator •: MultiplicationPrecedence
infix operator **: Exponentiation
precedencegroup Exponentiation {
  higherThan: MultiplicationPrecedence
  associativity: right
}
func ** (base: Int, e: Int) -> Int { (0..<e).reduce(1) { a, _ in a * base } }
prefix operator √
prefix func √ (x: Double) -> Double { x.squareRoot() }
postfix operator %%
postfix func %% (x: Double) -> Double { x / 100 }
infix operator ??=: AssignmentPrecedence
func ??= <T>(a: inout T?, b: @autoclosure () -> T) { if a == nil { a = b() } }
infix operator |>: Pipe
precedencegroup Pipe {
  lowerThan: AdditionPrecedence
  associativity: left
}
func |> <A, B>(a: A, f: (A) -> B) -> B { f(a) }
let a = Vector(x: 3, y: 4), b = Vector(x: -1, y: 2)
print(a + b, a - b, -a, 2 * a, a • b, a + 2 * b • a * b)
var c = a; c += b; c -= .zero
print(c, c == Vector(x: 2, y: 6), [a, b, c].reduce(.zero, +))
print(2 ** 3 ** 2, 2 * 3 ** 2, √16 + 50%%)
var name: String? = nil
name ??= "default"; name ??= "other"
print(name!)
print(5 |> { $0 + 1 } |> String.init |> { $0 + "!" }, [3, 1, 2] |> { $0.sorted() })
enum Side { case left, right; static prefix func ! (s: Side) -> Side { s == .left ? .right : .left } }
print(!Side.left, !(!Side.left))
struct Money: Comparable, CustomStringConvertible {
  var cents: Int
  var description: String { "$\(cents / 100).\(cents % 100 < 10 ? "0" : "")\(cents % 100)" }
  static func < (l: Money, r: Money) -> Bool { l.cents < r.cents }
  static func += (l: inout Money, r: Money) { l.cents += r.cents }
}
var m = Money(cents: 1995)
m += Money(cents: 10)
print(m, max(m, Money(cents: 5)), Money(cents: 3)...Money(cents: 9), (Money(cents: 1)..<m).contains(Money(cents: 2004)))
