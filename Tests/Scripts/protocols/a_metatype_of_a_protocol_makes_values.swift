// A type that is only known when the program runs makes values, by initialisers of all kinds.
protocol Shape { init(); init?(side: Int); init(text: String) throws; var name: String { get } }
struct Bad: Error {}
struct Square: Shape { var n = 1; init() {}; init?(side: Int) { if side < 0 { return nil }; n = side }; init(text: String) throws { guard let v = Int(text) else { throw Bad() }; n = v }; var name: String { "square \(n)" } }
final class Blob: Shape { let size: Int; init() { size = 9 }; init?(side: Int) { size = side * 2 }; init(text: String) throws { size = text.count }; var name: String { "blob \(size)" } }
let all: [any Shape.Type] = [Square.self, Blob.self]
print(all.map { $0.init().name })
print(all.map { $0.init(side: -3)?.name ?? "none" })
for t in all { do { print(try t.init(text: "xyz").name) } catch { print("failed", error) } }
let made = all.map { type in type.init() }
print(made.map { type(of: $0) == Square.self })
func fresh(_ t: any Shape.Type, _ n: Int) -> [any Shape] { (0..<n).map { _ in t.init() } }
print(fresh(Blob.self, 2).count, type(of: made[1]).init(side: 4)!.name)
protocol Named { init(name: String) }
struct A: Named { var name: String }; struct B: Named { let name: String; var extra = 2 ; init(name: String) { self.name = name } }
let registry: [String: any Named.Type] = ["a": A.self, "b": B.self]
if let t = registry["b"] { print(t.init(name: "q")) }
print(registry["a"]!.init(name: "z"))
