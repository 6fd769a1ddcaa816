let xs = [1, 2, 3]
print(xs[1])
var i = 2
i += 1
print(xs[i])
// fault: Index out of range
