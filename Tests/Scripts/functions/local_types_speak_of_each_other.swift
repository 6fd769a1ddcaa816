func g() -> Int {
  typealias Grid = [[Cell]]
  func count(_ g: Grid) -> Int { g.joined().filter { $0 == .full }.count }
  func pair<T: Tagged>(_ t: T) -> (T, Tag) where T.X == Tag { (t, t.tag) }
  enum Cell { case full, empty }
  struct Tag: Equatable { var n: Int; var sub: [Tag] = [] }
  class Base { var kids: [Derived] = [] ; func make() -> Derived { Derived() } }
  class Derived: Base, Tagged { var tag: Tag { Tag(n: 5, sub: [Tag(n: 1)]) } }
  let d = Base().make()
  d.kids.append(d.make())
  print(pair(d).1 == Tag(n: 5, sub: [.init(n: 1)]), d.kids.count)
  if true {
    struct Cell { var other: Other? }
    final class Other { var c = Cell() }
    print(Cell(other: Other()).other!.c.other == nil)
  }
  indirect enum Expr { case n(Int), add(Expr, Expr)
    func eval() -> Int { switch self { case .n(let v): return v; case .add(let a, let b): return a.eval() + b.eval() } } }
  return count([[.full, .empty], [.full]]) + Expr.add(.n(3), .add(.n(1), .n(2))).eval()
}
protocol Tagged { associatedtype X; var tag: X { get } }
extension Tagged { }
print(g())
class C { var s = S() }
struct S { var c: C? = nil; var d = D() }
final class D { lazy var s = S(); var n = 4; let t = (1, [T]()) }
struct T { let d = D(); var k = 3 }
print(C().s.d.n, T().d.s.d.n, T(k: 9).k)
