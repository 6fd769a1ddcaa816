let n = 3
let s = n > 2 ? "big"
//                   ^ error: expected ':' and second choice in ternary expression
print(s)
