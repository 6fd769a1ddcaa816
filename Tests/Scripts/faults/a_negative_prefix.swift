let xs = [1, 2, 3]
let n = xs.count - 4
print(xs.prefix(3))
print(xs.prefix(n))
// fault: Can't take a prefix of negative length from a collection
