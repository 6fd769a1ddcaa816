struct S { var a = 1; var b = "x"; var o: Int? = 3; var n: Int? = nil; var t = (1, "q"); var d = ["k": [1]]; var s: Set = [5]; var e = E.a; var r = 1...3; var f: Any = 2.5; var c: Character = "c" }
enum E { case a, b(Int), c(x: Int, E2), d([E]); indirect case r(E) ; enum E2 { case z } }
class K { var v = 1; var next: K? = nil; let s = S() }; class L: K { var extra = "e" }
struct P: CustomStringConvertible { var description: String { "PP" }; var x = 1 }
struct Q: CustomDebugStringConvertible { var debugDescription: String { "QQ" }; var x = 1 }
struct Empty {}; 
dump(S()); dump(E.a); dump(E.b(3)); dump(E.c(x: 1, .z)); dump(E.d([.a, .b(1)])); dump(E.r(.b(2)))
dump(L()); dump(P()); dump(Q()); dump(Empty()); dump([Empty()]); dump(Optional(Optional(3))); dump(nil as Int?); dump([nil, 1]); dump(["a": 1] as [String: Any]); dump((1, (2, b: 3))); dump("s"); dump(1.5); dump([[1], []]); dump([Int]()); dump([String: Int]()); dump(Set<Int>()); dump(0..<3); dump(true); dump([P()]); dump((P(), Q()))
dump([1: "a"].first!); dump(Result<Int, Never>.success(3)); dump("abc".dropFirst()); dump(S?.none as Any); dump([1,2] as Any); dump(UInt8(3)); dump("x" as Character); dump(E.E2.z)
dump([1, 2, 3], name: "nums"); dump(S(), maxDepth: 1); dump(["x": 1], name: "d", indent: 2)
