let xs = [10, 11, 12, 13, 14, 15]
let middle = xs[2..<5]
print(middle, middle.startIndex, middle.endIndex)
print(middle[2], middle.first!)
print(Array(middle)[0])
print(xs[..<2], xs[4...], xs[...1])
print(xs.prefix(2), xs.suffix(2), xs.dropFirst(), xs.dropLast(4))
