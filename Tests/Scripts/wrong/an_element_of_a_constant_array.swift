let xs = [1, 2]
xs[0] = 5
//^ error: cannot assign through subscript: 'xs' is a 'let' constant
print(xs)
