let n = 2 *
let m = 3
// <- error: expected expression after operator
print(n, m)
