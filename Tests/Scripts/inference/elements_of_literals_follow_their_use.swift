func f<K, V>(_ d: [K: V]) -> [K] { Array(d.keys) }
let a: Any = [1, "two", 3.0]
let b: [String: Any] = ["a": 1, "b": [1, "c"], "d": ["x": nil as Int?, "y": 2.5]]
let c: Set = [1, 2]
let d = [1, 2.5, 3].map { $0 * 2 }
let e = [[1, 2], [3]].flatMap { $0 } + [4]
let g = [nil, 1, 2].compactMap { $0 }
let h: [Int: [String]] = [1: ["a"], 2: []]
let i = ["a": [1, 2], "b": []].mapValues(\.count)
let j: (Int?, [Double]) = (nil, [1, 2])
print(a, b.count, c.count, d, e, g, h.count, i.count, j, f(["q": 1]))
print([1, 2, 3] == [1, 2, 3], [1, 2].contains(2), max(3, [1, 7].max()!), [(1, "a"), (2, "b")].map(\.1))
print(["a", "b"].reduce(into: [:]) { $0[$1, default: 0] += 1 } == ["a": 1, "b": 1])
