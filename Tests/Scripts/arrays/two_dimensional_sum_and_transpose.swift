let m = [[1, 2, 3], [4, 5, 6]]
let rowSums = m.map { $0.reduce(0, +) }
let transposed = m[0].indices.map { c in m.map { $0[c] } }
print(rowSums)
print(transposed)
print(m.joined().reduce(0, +), m.flatMap { $0 }.max()!)
