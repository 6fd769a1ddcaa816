let r = 1...5
print(r.map { $0 * $0 }, r.reduce(0, +))
print(Array(r), r.reversed())
print(r.first!, r.last!, r.lowerBound, r.upperBound)
print(r.filter { $0 % 2 == 1 }, r.min()!, r.max()!)
print(Array((0..<6).dropFirst(2)), (0..<6).prefix(3).map { $0 })
