let xs = [1, 2, 3]
print(xs.reversed(), xs.enumerated(), zip(xs, ["a"]), xs.lazy, separator: "\n")
print(xs.lazy.map { $0 }, xs.lazy.filter { $0 > 1 }, xs.lazy.compactMap { $0 }, separator: "\n")
print(xs.lazy.map { $0 }.prefix(2), xs.lazy.filter { $0 > 1 }.prefix(2), (1...).prefix(3), separator: "\n")
print([[1], [2]].joined(), (1...3).reversed(), "abc".reversed(), (1..<5).prefix(2), separator: "\n")
print((1...).dropFirst(2), xs.indices, xs[1...].reversed(), separator: "\n")
debugPrint(xs.reversed(), xs.enumerated(), zip(xs, ["a"]), ["a"].reversed(), "abc".reversed())
print("\(xs.reversed())", "\([xs.reversed()])")
let back = xs.reversed() as [Int]
print(back, xs == xs.reversed(), [1, 2, 1].reversed() == [1, 2, 1], xs.reversed() + [0])
print(type(of: xs.lazy.map { $0 }.map { $0 + 1 }), type(of: (1...).lazy.filter { $0 > 1 }.prefix(2)))
print(type(of: zip(xs, xs).dropFirst()), type(of: xs.reversed().reversed()))
for (i, x) in zip(1..., xs) { print(i, x) }
for (x, i) in zip(xs, (0...).lazy.map { $0 * $0 }) { print(x, i) }
print(Array((0...).lazy.map { $0 * $0 }.filter { $0 % 3 == 1 }.prefix(4)))
print(Array(sequence(first: 1) { $0 * 2 }.prefix(10)), Array(zip(sequence(first: 1) { $0 * 3 }, xs).dropFirst()))
let maybes = ["1", "x", "3"].lazy.map { Int($0) }
print(Array(maybes), maybes.filter { $0 != nil }.map { $0! }.reduce(0, +))
