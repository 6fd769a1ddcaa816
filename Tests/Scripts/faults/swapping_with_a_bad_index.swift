var xs = [1, 2, 3]
xs.swapAt(0, 2)
print(xs)
xs.swapAt(0, 3)
// fault: Index out of range
