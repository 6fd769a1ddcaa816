var log: [String] = []
func n(_ s: String, _ v: Int = 0) -> Int { print(s, terminator: " "); return v }
struct S {
  var a = [1, 2, 3]; var d = ["k": [1]]; var o: [Int]? = [5];
  subscript(i: Int) -> Int {
    get { print("get", terminator: " "); return a[i] }
    set { print("set", terminator: " "); a[i] = newValue }
  }
}
var s = S()
s.a[n("i", 1)] = n("v", 5); print(s.a)
s.a[n("i", 1)] += n("v", 5); print(s.a)
s[n("i", 1)] += n("v", 5); print(s.a)
s[n("i", 1)] = n("v", 5); print(s.a)
s.d["k"]![n("i")] = n("v", 7); print(s.d)
s.d["k"]?.append(n("v", 8)); print(s.d)
s.d["none"]?.append(n("v", 8)); print(s.d.count)
s.d["none"]?[n("i")] = n("v", 8); print(s.d.count)
s.o?[n("i")] += n("v", 8); print(s.o!)
s.o = nil
s.o?[n("i")] += n("v", 8); print(s.o as Any)
s.o? += [n("v", 8)]; print(s.o as Any)
func f(_ a: Int, _ b: inout Int, _ c: Int) { b += a + c }
f(n("a", 1), &s.a[n("b", 0)], n("c", 2)); print(s.a)
f(n("a", 1), &s[n("b", 0)], n("c", 2)); print(s.a)
final class C { var x = 0; var k: C? }
func mk(_ t: String) -> C { print(t, terminator: " "); return C() }
mk("m").x = n("v", 1); print()
mk("m").k?.x = n("v", 1); print()
var t = [[1, 2], [3, 4]]
t[n("i", 1)][n("j", 0)] = n("v", 9); print(t)
var i = 0
func next() -> Int { i += 1; return i }
var u = [0, 0, 0, 0, 0]
u[i] = next(); print(u, i)
u[next()] += u[i]; print(u, i)
let z = [next(), i, next(), i]; print(z)
print("\(next()) \(i) \(next())", i + next(), next() - i)
