protocol Entity: Hashable { var id: Int { get } }
extension Entity { static func == (a: Self, b: Self) -> Bool { a.id == b.id }
  func hash(into h: inout Hasher) { h.combine(id) } }
struct U: Entity { let id: Int; var name: String }
final class C: Entity { let id: Int; init(_ i: Int) { id = i } }
print(Set([U(id: 1, name: "a"), U(id: 1, name: "b")]).count, U(id: 1, name: "a") == U(id: 1, name: "b"))
print(Set([C(1), C(1), C(2)]).count, C(1) == C(1), [C(1)].contains(C(1)))
print([U(id: 1, name: "a"): 5][U(id: 1, name: "zz")] as Any)
enum E: Entity { case a(Int), b(Int); var id: Int { switch self { case .a(let x), .b(let x): return x } } }
print(Set([E.a(1), .b(1), .a(2)]).count, [E.a(3)] == [.b(3)], Optional(E.a(1)) == E.b(1), (E.a(1), 2) == (E.b(1), 2))
protocol Ranked: Comparable { var rank: Int { get } }
extension Ranked { static func < (a: Self, b: Self) -> Bool { a.rank < b.rank } 
 static func == (a: Self, b: Self) -> Bool { a.rank == b.rank } }
struct R: Ranked { var rank: Int; var t = "" }
class RC: Ranked { var rank: Int; init(_ r: Int) { rank = r } }
class RD: RC {}
print([R(rank: 3), R(rank: 1)].sorted().map(\.rank), R(rank: 1) >= R(rank: 1, t: "q"), [R(rank: 2, t: "a")].firstIndex(of: R(rank: 2)) as Any)
print([RC(3), RD(1), RC(2)].sorted().map(\.rank), RC(1) == RD(1), [RD(5), RD(4)].min()!.rank, RD(1) < RD(2))
print([R(rank: 1)].elementsEqual([R(rank: 1, t: "x")]), max(R(rank: 1), R(rank: 2)).rank)
struct P2: Equatable { var a: U; var b: Int }
print(P2(a: U(id: 1, name: "a"), b: 2) == P2(a: U(id: 1, name: "b"), b: 2))
struct P3: Hashable { var a: C; var b: [U] }
print(Set([P3(a: C(1), b: [U(id: 1, name: "")]), P3(a: C(1), b: [U(id: 1, name: "y")])]).count)
class Base: Equatable { var x = 1; static func == (l: Base, r: Base) -> Bool { l.x == r.x } }
class Sub: Base { var y = 2; init(_ y: Int) { self.y = y } 
 static func == (l: Sub, r: Sub) -> Bool { l.x == r.x && l.y == r.y } }
let subs: [Base] = [Sub(1), Sub(2)]
print(subs[0] == subs[1], Sub(1) == Sub(2), [Sub(1)] == [Sub(2)], [Sub(1)].firstIndex(of: Sub(2)) as Any)
print(AnyHashable(U(id: 1, name: "")) == AnyHashable(U(id: 1, name: "q")))
