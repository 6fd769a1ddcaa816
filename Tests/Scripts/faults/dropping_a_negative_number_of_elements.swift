let xs = [1, 2, 3]
let n = 2 - xs.count
print(xs.dropFirst(n))
// fault: Can't drop a negative number of elements from a collection
