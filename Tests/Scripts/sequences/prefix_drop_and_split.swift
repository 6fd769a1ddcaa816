let xs = [1, 2, 3, 10, 4, 5]
print(xs.prefix { $0 < 5 }, xs.drop { $0 < 5 }, xs.prefix(upTo: 2), xs.suffix(from: 4), xs.prefix(through: 1))
print(xs.split { $0 > 9 }, xs.prefix(0), xs.suffix(2))
print(stride(from: 0, to: xs.count, by: 2).map { Array(xs[$0..<min($0 + 2, xs.count)]) })
