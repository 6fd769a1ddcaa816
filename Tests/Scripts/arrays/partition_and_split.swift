var xs = [1, 2, 3, 4, 5, 6]
let pivot = xs.partition { $0 % 2 == 0 }
print(xs[..<pivot].allSatisfy { $0 % 2 == 1 }, xs[pivot...].allSatisfy { $0 % 2 == 0 })
print([1, 0, 2, 3, 0, 4].split(separator: 0))
print([1, 2, 3, 4].prefix { $0 < 3 }, [1, 2, 3, 1].drop { $0 < 3 })
print([1, 2, 3].dropFirst(5), [1, 2, 3].suffix(10))
