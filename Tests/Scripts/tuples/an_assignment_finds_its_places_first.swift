func log<T>(_ s: String, _ v: T) -> T { print(s, terminator: " "); return v }
var xs = [1, 2, 3]
func i(_ n: Int) -> Int { print("i\(n)", terminator: " "); return n }
(xs[i(0)], xs[i(1)]) = (log("r0", xs[1]), log("r1", xs[0]))
print(xs)
var a = 0
(a, xs[i(2)]) = (i(5), i(6))
print(a, xs)
class C { var v = 0 { didSet { print("set", v) } } }
let c = C(), d = C()
func g(_ c: C, _ n: String) -> C { print(n, terminator: " "); return c }
(g(c, "c").v, g(d, "d").v) = (i(1), i(2))
(xs[0], xs[1]) = (xs[1], xs[0])
print(xs)
