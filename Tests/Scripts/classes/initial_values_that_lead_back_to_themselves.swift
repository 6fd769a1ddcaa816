class C { var s = S() }
struct S { var c: C? = Bool.random() || true ? nil : C() ; var n = 3 }
struct V<T> { var t: T; var kid: K<T>? = nil; var k2 = [K<T>]() }
final class K<T> { var v: V<T>?; var other: K<[T]>? = nil }
print(C().s.n, S().n, S(c: nil).n, V(t: 3).k2.count)
class A1 { var b: B1? = nil; var list = [B1(flag: false)] }
class B1 { var f: Bool; var make = { A1() } ; init(flag: Bool) { f = flag } }
print(A1().list.count, B1(flag: true).make().list[0].f)
enum Tree { case leaf; indirect case node(Tree, Int, Tree); case many([Tree]); case ref(Ref) }
final class Ref { var t = Tree.leaf }
print(Tree.many([.leaf, .node(.leaf, 3, .leaf)]))
