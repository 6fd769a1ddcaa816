for i in 0..<3 { print(i, terminator: " ") }
print()
for i in 1...3 { print(i, terminator: " ") }
print()
print((1...10).count, (1..<10).count, (5..<5).isEmpty)
print((1...5).contains(5), (1..<5).contains(5))
print(1...3, 0..<2)
