struct P { var x = 1; var n: P2? = P2(); var a = [1, 2]; var t = (1, k: 2); let c = 5; var comp: Int { x }; subscript(i: Int) -> Int { i } ; static var s = 3 }
struct P2 { var q = "s"; var l = [1] }
class C { var v = 1; let p = P() }
print(\P.x, \P.n?.q, \C.p.x, \P.t.k, \P.self, \P.c)
let k: KeyPath<P, Int> = \.x; print(k)
print(\P.x == \P.x, \P.x == k, \P.a[0] == \P.a[1], Set([\P.x, \P.c, \P.x]).count)
let i = 3; print(\P.a[i] == \P.a[3], [\P.x: "ex", \P.comp: "co"][\P.x]!)
