func curry<A, B, C>(_ f: @escaping (A, B) -> C) -> (A) -> (B) -> C { { a in { b in f(a, b) } } }
func flip<A, B, C>(_ f: @escaping (A, B) -> C) -> (B, A) -> C { { f($1, $0) } }
func uncurry<A, B, C>(_ f: @escaping (A) -> (B) -> C) -> (A, B) -> C { { f($0)($1) } }
print(curry(+)(3)(4), [1, 2].map(curry(*)(10)))
print(flip(-)(1, 10), flip(/)(2.0, 1.0))
print(uncurry(curry(max))(3, 7), uncurry(curry(+))("a", "b"))
let half = curry { (x: Double, y: Double) in y / x }(2.0)
print([1, 5, 9].map(half))
print([true, false].map(!), zip([1, 2], [3, 4]).map(+))
