// 'Self.self' is the type of the value that a method is called on.
class Base {
  func name() -> String { "\(Self.self)" }
  var key: ObjectIdentifier { ObjectIdentifier(Self.self) }
  class func make() -> String { "\(Self.self) \(self)" }
  func same(_ other: Base) -> Bool { type(of: other) == Self.self }
}
final class Derived: Base {}
protocol P {}
extension P { var title: String { "\(Self.self)" }; static var own: String { String(describing: Self.self) } }
struct S: P {}
let b: Base = Derived()
print(b.name(), b.key == ObjectIdentifier(Derived.self), Derived.make(), b.same(Base()), b.same(Derived()))
let p: any P = S()
print(p.title, S.own, type(of: p).own, S().title)
