func g(_ c: any Sequence<Int>) -> Int { var s = 0; for x in c { s += x }; return s }
print(g([1, 2]), g(1...4), g(Set([5])))
let all: [any Collection<Int>] = [[1, 2], 1...3, Set([4])]
for c in all { print(c.count, c.reduce(0, +), c.map { $0 * 2 }, c.isEmpty, c.first!) }
func total(_ c: any Collection<Int>) -> Int { c.reduce(0, +) + c.count }
print(all.map(total), all.map(\.count))
func even() -> some Collection<Int> { (0..<10).lazy.filter { $0 % 2 == 0 } }
print(Array(even()), even().count)
func down(_ n: Int) -> some Sequence<Int> { let k = n; return sequence(first: k) { $0 > 1 ? $0 - 1 : nil } }
for x in down(3) { print(x) }
print(down(4).map { $0 * 2 }, down(2).reduce(0, +))
func nat() -> some Sequence<Int> { sequence(state: 0) { (i: inout Int) -> Int? in defer { i += 1 }; return i } }
print(zip(nat(), "abc").map { "\($0)\($1)" }, Array(nat().prefix(3)))
struct Bag { var xs = [1, 2]; var all: some Sequence<Int> { xs.lazy.map { $0 * 2 } }; func rev() -> some Collection<Int> { xs.reversed() } }
print(Array(Bag().all), Bag().rev().first!, Array(Bag().rev()))
for x in Bag().all where x > 2 { print(x) }
