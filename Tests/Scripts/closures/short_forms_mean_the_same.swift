let xs = [1, 2, 3]
print(xs.map({ (n: Int) -> Int in return n * 2 }))
print(xs.map({ (n: Int) -> Int in n * 2 }))
print(xs.map({ n in n * 2 }))
print(xs.map({ $0 * 2 }))
print(xs.map { $0 * 2 })
print(xs.reduce(0, { a, b in a + b }), xs.reduce(0) { $0 + $1 }, xs.reduce(0, +))
