let a = [1, 2], b = [3]
print(a + b + [4, 5])
print(a + a[1...])
print(Array(a[0...0]) == [1])
var c = a
c += b
c.append(contentsOf: 4...6)
print(c)
print(Array("hey"), Array(1...3), Array(stride(from: 0, to: 10, by: 4)))
