let xs = [1]
xs.append(2)
// ^ error: cannot use mutating member on immutable value: 'xs' is a 'let' constant
print(xs)
