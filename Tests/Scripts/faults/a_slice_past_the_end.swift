let xs = [1, 2, 3]
var end = xs.count
end += 2
print(xs[0..<end])
// fault: Array index is out of range
