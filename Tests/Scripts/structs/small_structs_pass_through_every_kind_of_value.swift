// Structs of numbers in optionals, functions, classes, enums, tuples, errors and key paths.
struct P { var x: Int; var y: Int }
let p = P(x: 1, y: 2)
let maker: (Int) -> P? = { n in n > 0 ? P(x: n, y: 0) : nil }
let any: (P) -> Any = { $0 }
func apply(_ f: (P?) -> Int, _ p: P) -> Int { f(p) }
func lift(_ f: (P) -> P?) -> [P?] { [f(p), f(P(x: 0, y: 0))] }
func id(_ q: P) -> P { q }
print(maker(3)!.x, any(p), apply({ $0?.y ?? -1 }, p), lift(id), lift { $0.x > 0 ? $0 : nil })
class C { var p = P(x: 1, y: 1); var list = [P(x: 5, y: 6)]
  lazy var q = P(x: p.x, y: 9)
  var w: P { get { p } set { p = P(x: newValue.y, y: newValue.x) } }
  deinit { print("end", p) } }
func classes() {
  let c = C()
  c.p.x += 4
  c.w.x += 10
  c.q.y -= 1
  c.list[0].x += c.q.y
  let copy = c.p
  c.p = P(x: 0, y: copy.x)
  print(c.p, copy, c.q, c.list, c.w)
}
classes()
struct Holder { var c: C?; var n: Int }
func holders() {
  var h = Holder(c: C(), n: 2)
  let g = h
  h.n += g.n
  h.c = nil
  print("before", h.n, g.n)
}
holders()
var global = P(x: 3, y: 4)
func globals() { global.x += 1; var l = global; l.y = 0; global = P(x: l.x, y: global.y * 2); print(l, global) }
globals()
enum E { case one(P), two(P, Int), none }
func e(_ v: E) -> Int { switch v { case .one(let p): p.x; case .two(let p, let n) where p.x > n: p.y; case .two(let q, _): q.x + q.y; case .none: 0 } }
print(e(.one(p)), e(.two(p, 0)), e(.two(p, 9)), e(.none))
func defers() -> P { var r = P(x: 1, y: 1); defer { r.x = 100; print("deferred", r) }; r.y = 5; return r }
print(defers())
func throwing(_ n: Int) throws -> P { struct Bad: Error {}; if n < 0 { throw Bad() }; return P(x: n, y: n) }
print((try? throwing(-1)) as Any, (try? throwing(2))?.x ?? 0, try! throwing(3))
let t: (P, (Int, P)) = (p, (7, id(P(x: 8, y: 9))))
func tt(_ v: (P, (Int, P))) -> Int { v.0.x + v.1.0 * v.1.1.y }
print(t.1.1, tt(t), t.0)
let ps = [P(x: 3, y: 1), P(x: 1, y: 2)].sorted { ($0.x, $0.y) < ($1.x, $1.y) }
print(ps, ps.min { $0.y < $1.y }!, ps.reduce(P(x: 0, y: 0)) { P(x: $0.x + $1.x, y: $0.y + $1.y) })
let d = Dictionary(grouping: ps) { $0.x % 2 == 1 }
print(d[true]!.count, zip(ps, ps).map { $0.x * $1.y }, ps.enumerated().map { $0 + $1.x })
let kp = \P.y
print(p[keyPath: kp], ps.map(\.x), MemoryLayout<P>.size)
