var xs = [1, 2]
print(xs.remove(at: 0))
print(xs.remove(at: 5))
// fault: Index out of range
