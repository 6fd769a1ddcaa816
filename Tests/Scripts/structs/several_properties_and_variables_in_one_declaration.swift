struct S { static let (a, b) = (1, "two"); var (p, q): (Int, Int) = (7, 8); static var (m, n) = (1, 2) }
print(S.a, S.b, S().p, S().q)
var s = S(); s.p += 1; S.m += 5; print(s.p, S.m, S.n)
class C { let w = 2, h = 3; lazy var area = w * h; var a = 1, b = 2.0, c: String = "z", d: Int? }
let c = C(); print(c.area, c.a, c.b, c.c, c.d as Any)
var i = 0, j: Double = 2, k: [Int] = [], l: String? = nil; i += 1; k.append(i); print(i, j, k, l ?? "nil")
let (g1, g2) = (10, "g"), g3 = 5; print(g1, g2, g3)
func outer() -> Int { func even(_ n: Int) -> Bool { n == 0 ? true : odd(n - 1) }; func odd(_ n: Int) -> Bool { n == 0 ? false : even(n - 1) }; let base = 5; func use() -> Int { base + helper() }; func helper() -> Int { base * 2 }; return even(4) ? use() : 0 }
print(outer())
func early() -> String { let r = late(2); func late(_ n: Int) -> String { String(repeating: "x", count: n) }; return r }
print(early())
final class D { let n: String; init(_ n: String) { self.n = n; print("init", n) }; deinit { print("deinit", n) } }
func loop() { for i in 1...2 { let d = D("l\(i)"); defer { print("end \(d.n)") }; if i == 1 { continue } } }
loop()
var opt: D? = D("o"); opt = nil; var arr = [D("x"), D("y")]; arr.removeFirst(); arr = []; print("done")
