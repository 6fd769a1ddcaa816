var xs = [1, 2]
xs.withUnsafeMutableBufferPointer { p in p[0] = 5 }
// ^ error: 'withUnsafeMutableBufferPointer' is not part of the cell language
print(xs)
