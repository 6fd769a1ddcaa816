struct X { var fraction = 0.5; var i = 3; var s = "x"; var o: Double? = 2.5; var arr = [1.5]; var n: X? { nil } }
let p: X? = nil
let q: X? = X()
func anyf(_ a: Any) { print(a) }
func opt(_ a: Any?) { print(a as Any) }
func gen<T>(_ t: T) { print(t) }
func two<T>(_ t: T, _ u: T) { print(t, u) }
anyf(p?.fraction ?? 0)
opt(p?.fraction ?? 0)
gen(p?.fraction ?? 0)
two(p?.fraction ?? 0, 1.5)
let a: Any = p?.fraction ?? 7
print(a)
print((p?.fraction ?? 7))
print(q?.fraction ?? 7)
print(p?.o ?? 7)
print(p?.n?.fraction ?? 7)
print(p?.i ?? 7.5)
print(p?.fraction ?? 7.5)
print(p?.s ?? "none")
print(p?.fraction ?? p?.fraction ?? 3)
print([p?.fraction ?? 7, 1.5])
print((p?.fraction ?? 7, 1))
print(["k": p?.fraction ?? 7])
print(p?.fraction ?? 7 as Any)
print(p?.arr.first ?? 7)
print(p?.arr[0] ?? 7)
print((p?.fraction ?? 7) + 1)
print(max(p?.fraction ?? 7, 1))
print(p.map { $0.fraction } ?? 7)
print(p.map(\.fraction) ?? 7)
print(p.flatMap { $0.o } ?? 7)
print(Double("x") ?? 7)
print(Int("x") ?? 7.5 as Any)
print(p?.arr.max() ?? 7)
print(p?.arr.reduce(0, +) ?? 7)
print(p?.fraction.rounded() ?? 7)
print(p?.s.count ?? 7.5)
print(p?.fraction ?? Double(7))
print(p?.fraction ?? 3 + 4)
print(String(describing: p?.fraction ?? 7))
print(p?.fraction ?? .zero)
print((q?.fraction).map { $0 * 2 } ?? 7)
print(q?.s.first ?? "a")
print(q?.s.first ?? "none", p?.s.first ?? "none")
let ch: [Any] = [q?.s.first ?? "a", p?.s.first ?? "a"]
print(type(of: ch[0]), type(of: ch[1]))
struct Y { var fraction = 0.5; var f: Double { 1.5 }; func m() -> Double { 2 }; subscript(i: Int) -> Double { 3 } ; subscript<T>(_ t: T.Type) -> Y? { nil } 
 func g<T>(_ t: T.Type) -> Y? { nil } }
let p1: Y? = nil
let d: Double? = nil
let a1: [String: Y] = [:]
let ds: [String: Double] = [:]
func gen1<T>(_ t: T.Type) -> T? { nil }
func gx<T>(_ t: T) -> Y? { nil }
func nx(_ t: Int) -> Y? { nil }
print(p1?.fraction ?? -1, 1)
print(d ?? -1, 2)
print(a1["x"]?.fraction ?? -1, 3)
print(ds["x"] ?? -1, 4)
print(gen1(Y.self)?.fraction ?? -1, 5)
print(gx(1)?.fraction ?? -1, 6)
print(nx(1)?.fraction ?? -1, 7)
print(Y()[Int.self]?.fraction ?? -1, 8)
print(Y().g(Int.self)?.fraction ?? -1, 9)
print(p1?.m() ?? -1, 10)
print(p1?[1] ?? -1, 11)
print(gen1(Double.self) ?? -1, 12)
print([Y]().first?.fraction ?? -1, 13)
print([1.5].first ?? -1, 14)
print([Y]().map(\.f).max() ?? -1, 15)
print([Y]().map { $0.f }.max() ?? 0, 16)
print([Y]().max { $0.f < $1.f }?.f ?? 0, 17)
print([Y]().min(by: { $0.f < $1.f })?.f ?? 0, 18)
print([Y]().first { $0.f > 3 }?.f ?? 0, 19)
print("\(gen1(Y.self)?.fraction ?? -1)", 20)
let arr: [Any] = [gen1(Y.self)?.fraction ?? -1]
print(arr)
