// optional, pattern, control
enum Cmd: Equatable { case move(dx: Int, dy: Int), say(String, times: Int = 1), stop; init?(_ s: String) { let p = s.split(separator: " ").map(String.init)
  switch (p.first, p.count) { case ("move"?, 3): guard let x = Int(p[1]), let y = Int(p[2]) else { return nil }; self = .move(dx: x, dy: y)
   case ("say"?, 2...): self = .say(p[1...].joined(separator: " ")); case ("stop"?, 1): self = .stop; case (nil, _), (_?, _): return nil } } }
for s in ["move 1 2", "say hi you", "stop", "move x 1", "", "jump"] { print(Cmd(s) as Any, terminator: " | ") }; print()
func cls(_ x: Any) -> String { switch x { case let i as Int where i < 0: "neg \(i)"; case 0 as Int: "zero"; case is Int: "int"; case let d as Double: "dbl \(d)"; case let s as String where s.isEmpty: "empty"; case let s as String: "str \(s)"
  case let (a, b) as (Int, Int): "pair \(a + b)"; case let a as [Int]: "ints \(a.count)"; case let a as [Any]: "anys \(a.count)"; case let d as [String: Int]: "dict \(d.count)"; case let f as (Int) -> Int: "fn \(f(2))"; case let e as Cmd: "cmd \(e)"; case is Void: "void"; default: "other \(type(of: x))" } }
for x in [1, -1, 0, 2.5, "", "q", (1, 2), [1], [1, "a"], ["k": 1], { (x: Int) in x * 3 }, Cmd.stop, (), Cmd.say("x"), Set([1]), Optional<Int>.none as Any, Character("c")] as [Any] { print(cls(x), terminator: "; ") }; print()
let opt: Int?? = .some(.none); switch opt { case .none: print("outer"); case .some(.none): print("inner"); case .some(.some(let v)): print(v) }
if case .some(.none) = opt { print("inner2") }; if case let x?? = Optional(Optional(5)) { print(x) }
for case let (i, v?) in [1, nil, 3].enumerated() { print(i, v, terminator: " ") }; for case .move(let dx, _) in [Cmd.stop, .move(dx: 4, dy: 5)] where dx > 3 { print("dx", dx) }
outer: for i in 1...5 { for j in 1...5 { if j == 3 { continue outer }; if i == 3 { break outer }; print(i * j, terminator: " ") } }; print()
let grade = switch 87 { case 90...: "A"; case 80..<90: "B"; case ..<50: "F"; default: "C" }; let n = if grade == "B" { 2 } else if grade == "A" { 1 } else { 0 }; print(grade, n)
func f(_ a: Int?, _ b: Int?) -> String { guard let a, let b = b, a != b else { return "bad" }; return "\(a)-\(b)" }; print(f(1, 2), f(nil, 2), f(1, 1))
var i = 0; repeat { i += 3; if i == 6 { continue } } while i < 10; print(i); while let x = [1, 2, 3].dropFirst(i - 12).first, i < 14 { i += 1; print(x, terminator: ",") }; print()
let pt = (x: 3, y: -3); switch pt { case (0, 0): print("o"); case (let x, let y) where x == -y: print("anti", x); fallthrough; case (_, ..<0): print("below"); default: print("d") }
struct P { var x = 0, y = 0; static func ~= (l: ClosedRange<Int>, p: P) -> Bool { l ~= p.x && l ~= p.y } }; switch P(x: 3, y: 4) { case 0...2: print("small"); case 3...5: print("mid"); default: print("?") }
let (a, (b, c), _) = (1, ("two", 3.0), [4]); print(a, b, c); var (u, v) = (1, 2); (u, v) = (v, u + v); print(u, v)
func defers() -> Int { var r = 1; defer { r += 100; print("d1", r) }; defer { print("d2", r); r *= 2 }; do { defer { print("inner") }; r += 1 }; return r }; print(defers())
func thrower(_ n: Int) throws -> Int { struct E: Error { let n: Int }; defer { print("leave", n, terminator: " ") }; if n > 1 { throw E(n: n) }; return n }
for k in 0...2 { do { print(try thrower(k)) } catch { print("caught", error) } }; print((try? thrower(5)) ?? -9, try! thrower(0))
print([1, 2, 3].first { $0 > 5 } ?? 0, Optional(3).map { $0 * 2 }!, Optional("4").flatMap { Int($0) } as Any, (nil as Int?).map { $0 + 1 } as Any, [nil, 1].compactMap { $0 }, nil ?? 5, Optional(1) == 1, nil == Optional<Int>.none, Optional(2)! > 1)
let dictOpt: [String: Int?] = ["a": nil, "b": 2]; print(dictOpt["a"] as Any, dictOpt["z"] as Any, dictOpt["b"]!!, dictOpt.count, (dictOpt["a"] ?? 7) as Any)
var arr: [Int]? = [1]; arr?.append(2); arr?[0] += 10; print(arr as Any, arr?.count ?? 0, arr?.first.map { $0 + 1 } as Any); arr = nil; arr?.append(3); print(arr as Any, arr?.isEmpty as Any)
func variadic(_ p: String = ">", _ xs: Int..., sep: String = ",") -> String { p + xs.map(String.init).joined(separator: sep) }; print(variadic(), variadic("a", 1, 2), variadic("b", 3, sep: ";"))
func auto(_ c: @autoclosure () -> Bool, _ m: @autoclosure () -> String = "m") { if !c() { print(m()) } }; auto(1 > 2); auto(2 > 1); auto(false, "x" + "y")
func inoutf(_ x: inout Int, by f: (inout Int) -> Void) -> Int { f(&x); return x }; var z = 4; print(inoutf(&z) { $0 *= $0 }, z); 
typealias Fn<T> = (T) -> T; func comp<T>(_ f: @escaping Fn<T>, _ g: @escaping Fn<T>) -> Fn<T> { { g(f($0)) } }; print(comp({ $0 + 1 }, { $0 * 2 })(3), comp(String.init(_:), { $0 + "!" })("s"), [1, 2].map(comp({ 0 - $0 }, abs)))
func curry<A, B, C>(_ f: @escaping (A, B) -> C) -> (A) -> (B) -> C { { a in { b in f(a, b) } } }; print(curry(max)("a")("b"))
