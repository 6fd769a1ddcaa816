let a: Any = Int.self
print(a is Any.Type, type(of: a))
class A { var x = 1 }; class B: A { var y = 2 }; class C: B { var z = B() }
let m = Mirror(reflecting: C()); print(m.subjectType, m.superclassMirror!.subjectType, m.superclassMirror!.superclassMirror!.subjectType, m.superclassMirror!.superclassMirror!.children.map { $0.label! })
let shared = A(); dump([shared, shared]); dump(C())
var s = ""; dump((1, [2: "x"]), to: &s); print(s, terminator: ""); dump([1, 2, 3, 4], maxItems: 3)
print(Mirror(reflecting: 1...3).children.map { "\($0.label!)\($0.value)" })
