var xs = [1, 2]
xs.insert(3, at: 2)
print(xs)
xs.insert(9, at: 7)
// fault: Array index is out of range
