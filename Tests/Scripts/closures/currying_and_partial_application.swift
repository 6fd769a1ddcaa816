let add = { (a: Int) in { (b: Int) in a + b } }
print(add(2)(3))
let curried = [1, 2, 3].map(add)
print(curried.map { $0(10) })
func partial<A, B, C>(_ f: @escaping (A, B) -> C, _ a: A) -> (B) -> C { { b in f(a, b) } }
print(partial(*, 6)(7))
