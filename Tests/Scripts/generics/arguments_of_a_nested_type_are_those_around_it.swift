// The names in the arguments of a nested type mean what they mean where they are written.
struct Outer<T> {
  struct Inner<U> {
    var t: T
    var u: U
    func flip() -> Outer<U>.Inner<T> { .init(t: u, u: t) }
  }
  enum Mode { case on(T), off }
  static func make(_ t: T) -> Inner<Bool> { Inner(t: t, u: true) }
}
print(Outer<Int>.Inner<String>(t: 1, u: "x").flip())
print(Outer.make("x").flip(), Outer<Int>.Mode.on(3), type(of: Outer.make(1).flip()))

// `zero` is there where a number can be written.
struct Angle: AdditiveArithmetic, ExpressibleByIntegerLiteral {
  var degrees: Int
  init(integerLiteral value: Int) { degrees = value }
  static func + (a: Angle, b: Angle) -> Angle { Angle(integerLiteral: a.degrees + b.degrees) }
  static func - (a: Angle, b: Angle) -> Angle { Angle(integerLiteral: a.degrees - b.degrees) }
}
func total<T: AdditiveArithmetic>(_ values: [T]) -> T { values.reduce(.zero, +) }
print(total([90, 45] as [Angle]).degrees, Angle.zero, total([1.5, 2]))
