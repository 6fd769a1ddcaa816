var xs = [1]
print(xs.removeLast())
print(xs.removeLast())
// fault: Can't remove last element from an empty collection
