var left = "L", right = "R"
swap(&left, &right)
print(left, right)
(left, right) = (right, left)
print(left, right)
var xs = [1, 2, 3]
(xs[0], xs[2]) = (xs[2], xs[0])
print(xs)
