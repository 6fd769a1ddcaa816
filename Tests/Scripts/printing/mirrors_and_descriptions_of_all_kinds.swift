struct Config { var host = "localhost", port = 80, tags = ["a"], nested = Inner(), opt: Int? = nil; struct Inner { var on = true, pair = (1, "x") } }
func dumpFields(_ v: Any, _ indent: Int = 0) { for child in Mirror(reflecting: v).children { let pad = String(repeating: " ", count: indent); print("\(pad)\(child.label ?? "_"): \(type(of: child.value)) = \(child.value)"); if Mirror(reflecting: child.value).displayStyle == .struct { dumpFields(child.value, indent + 2) } } }
dumpFields(Config())
print(String(describing: Config.Inner()), String(reflecting: "q\"x"), "\(Optional(3) as Any)", [Optional(1), nil])
class Base { var id = 1 }; class Derived: Base { var extra = "e" }
let m = Mirror(reflecting: Derived()); print(m.children.count, m.superclassMirror?.children.map { $0.label! } ?? [], m.subjectType)
struct Temp: CustomStringConvertible, CustomDebugStringConvertible { let c: Double; var description: String { "\(c)°" }; var debugDescription: String { "Temp(\(c))" } }
print(Temp(c: 1), [Temp(c: 2)], ["k": Temp(c: 3)], Optional(Temp(c: 4)) as Any, (Temp(c: 5), 1)); debugPrint(Temp(c: 6))
let things: [Any] = [1, "two", 3.0, [4], (5, "five"), Temp(c: 7), nil as Int? as Any, { (x: Int) in x }, Base.self]
for t in things { switch t { case let i as Int: print("int", i); case let s as String where s.count > 2: print("string", s); case is Double: print("double"); case let a as [Int]: print("array", a.count); case let (n, s) as (Int, String): print("pair", n, s); case let c as CustomStringConvertible: print("described", c.description); case let f as (Int) -> Int: print("function", f(9)); case let t as Base.Type: print("type", t); default: print("other", t) } }
print(type(of: 1...2), type(of: [1: ["a"]]), type(of: (1, "x")), type(of: { 1 }), Int.self == type(of: 3), ObjectIdentifier(Base.self) == ObjectIdentifier(Base.self))
enum Shape { case circle(r: Double), rect(w: Double, h: Double), none }
print(Shape.circle(r: 1), Shape.rect(w: 1, h: 2), Shape.none, [Shape.none], "\(Shape.circle(r: 2))".prefix(6))
var text = ""; print("to", "string", separator: "-", terminator: "!", to: &text); dump([1, 2], to: &text); print(text)
