// order and lending
var log: [String] = []
func n(_ s: String, _ v: Int) -> Int { log.append(s); return v }
var a = [1, 2, 3]
func two(_ x: Int, _ y: inout Int) { y += x }
two(n("arg", 5), &a[n("idx", 1)])
print(a, log)
struct Box {
  var items: [Int] = []; var d: [String: [Int]] = [:]
  var comp: [Int] {
    get { print("get"); return items }
    set { print("set"); items = newValue }
  }
  subscript(i: Int) -> Int {
    get { print("sget", i); return items[i] }
    set { print("sset", i, newValue); items[i] = newValue }
  }
}
var b = Box(items: [1, 2])
b.comp.append(3)
b[n("sub", 0)] += 10
b.d["x", default: []].append(1)
b.d["x"]?.append(2)
b.d["x"]![0] = 7
b.d["y"]?.append(9)
print(b.items, b.d)
enum E: Error { case e }
func fails(_ x: inout [Int]) throws { x.append(99); throw E.e }
do { try fails(&b.items) } catch { print("caught", b.items) }
do { try fails(&b.comp) } catch { print("caught", b.items) }
do { try fails(&b.d["x"]!) } catch { print("caught", b.d) }
do { try fails(&b.d["z", default: [5]]) } catch { print("caught", b.d.count) }
var o: [Int]? = [1]
o?.append(2); o!.append(3); print(o!)
o = nil
o?.append(n("never", 1)); print(log.count)
var oo: Int?? = .some(nil)
if case .some(let x) = oo { print("outer", x as Any) }
oo = 5
if let x = oo, let y = x { print(x, y) }
struct K: Hashable {
  var x: Int; static func == (l: K, r: K) -> Bool { l.x == r.x };
  func hash(into h: inout Hasher) { h.combine(x % 2) }
}
var kd: [K: [String]] = [:]
kd[K(x: 1), default: []].append("a"); kd[K(x: 1), default: []].append("b"); kd[K(x: 3)] = ["c"]
kd[K(x: 1)]?.append("d"); kd[K(x: 3)]![0] += "!"; kd[K(x: 5)]?.append("no")
print(kd[K(x: 1)]!, kd[K(x: 3)]!, kd.count)
kd[K(x: 3)] = nil; print(kd.count)
func opt(_ x: inout [String]?) { x?.append("in"); if x == nil { x = ["new"] } }
opt(&kd[K(x: 1)]); opt(&kd[K(x: 9)]); print(kd[K(x: 1)]!, kd[K(x: 9)]!)
func clear(_ x: inout [String]?) { x = nil }
clear(&kd[K(x: 1)]); print(kd.count)
var od: [String: Int?] = ["a": nil, "b": 2]
print(od["a"] as Any, od["c"] as Any, od["b"]! as Any)
od["c"] = .some(nil); od["a"]! = 4; print(od.count, od["a"]!!)
class C {
  var v = 1 { didSet { print("did", oldValue, v) } };
  lazy var l: [Int] = {
    print("made"); return [1]
  }()
    ;
  static var s = [0]; weak var w: C?;
  subscript(k: String) -> Int {
    get { k.count }
    set { print("sub", k, newValue) }
  }
}
func mk() -> C { log.append("mk"); return C() }
let c = C(); c.v += 1; c.l.append(2); print(c.l); C.s.append(1); C.s[0] += 5; print(C.s)
mk().v += 1
c["abc"] += 1
func inc(_ x: inout Int) { x += 1 }
inc(&c.v); inc(&c["zz"]); inc(&C.s[1]); print(c.v, C.s)
c.w = c; print(c.w === c); c.w = nil; print(c.w == nil)
var t = (1, (2, "x")); t.1.1 += "y"; t.1.0 += 1; inc(&t.0); print(t)
func nested(_ k: Int) throws -> Int {
  defer { print("d1") };
  for i in 0..<3 {
    defer { print("loop", i) }; if i == k { continue }; if i == 2 { return i };
    if k == 9 { throw E.e }
  }; return -1
}
print(try! nested(0)); print((try? nested(9)) as Any)
func rethrower() throws { do { throw E.e } catch let x as Int { print(x) }; print("no") }
do { try rethrower() } catch { print("re", error) }
outer: for i in 0..<3 {
  for j in 0..<3 { if j == 1 { continue outer }; if i == 2 { break outer }; print(i, j) }
}
protocol P { mutating func m(); var q: Int { get set } }
struct S1: P { var q = 0; mutating func m() { q += 1 } }
extension Int: P {
  mutating func m() { self += 100 };
  var q: Int {
    get { self }
    set { self = newValue }
  }
}
var ps: [any P] = [S1(), 5]
for i in ps.indices { ps[i].m(); ps[i].q += 1 }
print(ps[0].q, ps[1].q, ps[1])
func gen<T: P>(_ x: inout T) { x.m(); x.q += 2 }
var s1 = S1(); gen(&s1); var i5 = 5; gen(&i5); print(s1.q, i5)
let x = if a.count > 2 { "big" } else { "small" }
let y: Double =
  switch a.count {
  case 0: 1;
  case 3: 2.5;
  default: 0
  }
print(x, y)
struct F {
  var n: Int;
  init?(_ s: String) {
    defer { print("init end") }; guard let k = Int(s) else { return nil }; n = k
  }; init?(two s: String) { self.init(s); n *= 2 }
}
print(F("4")?.n as Any, F("z")?.n as Any, F(two: "3")!.n, F(two: "q") as Any? == nil)
var fns: [() -> Int] = []
for i in 0..<3 {
  var k = i;
  fns.append {
    k += 1; return k
  }
}
print(fns.map { $0() }, fns[1]())
func rec(_ n: Int) -> Int {
  func inner(_ k: Int) -> Int { k == 0 ? 0 : n + inner(k - 1) }; return inner(n)
}
print(rec(4))
print(
  [3, 1, 2].sorted { $0 > $1 }, ["a": 1].map { "\($0.key)\($0.value)" },
  (1...3).reduce(0) { $0 + $1 })
let u: UInt64 = .max; print(u > 5, u &+ 1, ~u, -Int8(5), UInt8(250) ^ 0xF, ~UInt8(1))
print("\(1.5) \(a) \(c.v) \("x" + "y")", a == [1, 7, 3], "b" < "a", (1, "a") < (1, "b"))
