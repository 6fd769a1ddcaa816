let n = 3
let s = n > 2 ? "big"
//            ^ error: expected ':' after '? ...' in ternary expression
print(s)
