let xs = [1, 2, 3]
let i = xs.count - 4
print("looking at", i)
print(xs[i])
// fault: Index out of range
