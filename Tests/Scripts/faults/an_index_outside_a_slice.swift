let xs = [1, 2, 3, 4]
let tail = xs[2...]
print(tail[2])
print(tail[0])
// fault: Index out of bounds
