var n = 1
print(n)
n =
// ^ error: expected expression
