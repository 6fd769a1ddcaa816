print(Array(repeatElement("x", count: 3)), repeatElement(7, count: 2).reduce(0, +))
print([1, 2] + CollectionOfOne(3), Array(EmptyCollection<Int>()))
for (i, c) in zip(0..., repeatElement("-", count: 2)) { print(i, c) }
print((0..<3).map { _ in "z" }.joined())
