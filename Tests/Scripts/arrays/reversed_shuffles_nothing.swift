let xs = [1, 2, 3]
print(Array(xs.reversed()))
var ys = xs
ys.reverse()
print(ys)
ys.swapAt(0, 2)
print(ys)
for x in xs.reversed() { print(x, terminator: " ") }
print()
