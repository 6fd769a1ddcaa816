protocol P { init(); func name() -> String }
extension P { static func make() -> Self { Self() }
  func again() -> Self { Self() } }
struct A: P { var x = 1; func name() -> String { "A\(x)" } }
struct B: P { func name() -> String { "B" } }
final class C: P { init() {}; func name() -> String { "C" } }
struct D: P { var y: Int; init() { y = 4 }; func name() -> String { "D\(y)" } }
func build<T: P>(_ t: T.Type) -> T { T() }
print(A.make().name(), B.make().name(), C.make().name(), D.make().name())
print(A().again().name(), build(A.self).name(), build(B.self).name(), build(C.self).name(), build(D.self).name())
protocol Collecting {
  associatedtype Item
  var items: [Item] { get set }
  init()
}
extension Collecting {
  static func of(_ items: Item...) -> Self {
    var made = Self()
    made.items += items
    return made
  }
}
struct Bag<T>: Collecting { var items: [T] = [] }
struct Pair<T> { var first: T, second: T }
print(Bag.of(1, 2).items, Bag<String>.of().items.count, Pair(first: 1, second: 2).second)
