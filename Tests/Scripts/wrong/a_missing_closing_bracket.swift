let xs = [1, 2, 3
//               ^ error: expected ']' to end array
print(xs)
