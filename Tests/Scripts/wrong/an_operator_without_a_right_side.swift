let n = 2 *
//         ^ error: expected expression in variable
let m = 3
print(n, m)
