class T { let n: String; init(_ n: String) { self.n = n }; deinit { print("end", n) } }
func make(_ n: String) -> T { T(n) }
for i in 0..<2 { let t = T("loop\(i)"); if i == 0 { continue }; print(t.n) }
do { let x = T("do"); defer { print("deferred") }; _ = x.n; print("body") }
enum E: Error { case e }
func thrower() throws { let t = T("thrown"); _ = t; throw E.e }
do { try thrower() } catch { print("caught") }
_ = make("discarded")
print("x")
make("unused result")
print("y")
var v: T? = T("v1")
v = T("v2")
print("set")
v = nil
print("nil")
struct S { var t: T; var k = 0 }
func st() { var s = S(t: T("s1")); s.t = T("s2"); print("changed"); s.k += 1 }
st()
func cap() -> () -> Void { let t = T("captured"); return { print("use", t.n) } }
do { let c = cap(); c(); print("called") }
print("after cap")
class P { weak var child: T?; var strong: T? }
let p = P()
p.child = T("weakly")
print(p.child == nil)
p.strong = T("strong"); p.child = p.strong
print(p.child?.n ?? "none")
p.strong = nil
print(p.child?.n ?? "none")
if let q = Optional(T("iflet")) { print("has", q.n) } else { print("no") }
print("post iflet")
func arg(_ t: T) { print("arg", t.n) }
arg(T("temp"))
print("after arg")
var arr = [T("e0"), T("e1")]
arr.removeFirst()
print("removed")
arr = []
print("emptied")
switch T("sw").n {
case "sw": print("matched");
default: break
}
print("after switch")
func guarded(_ t: T?) { guard let t else { print("none"); return }; print("g", t.n) }
guarded(T("g1")); guarded(nil)
while let w = v { print(w.n) }
var count = 0
repeat { let r = T("r\(count)"); count += 1; _ = r } while count < 2
func inner() { func f() { let z = T("z"); print(z.n) }; f(); print("after f") }
inner()
print(T("inprint").n)
let tuple = (T("t0"), 1)
print("end of program")
