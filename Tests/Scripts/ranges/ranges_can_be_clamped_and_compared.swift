print((0..<10).clamped(to: 5..<20))
print((0...5).overlaps(5...9), (0..<5).overlaps(5..<9))
print(0..<3 == 0..<3, 1...3 == 1...4)
let bounds = 2..<6
print(bounds.relative(to: [0, 1, 2, 3, 4, 5, 6, 7]))
