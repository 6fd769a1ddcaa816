let n = 1
print("n is \(n")
//             ^ error: expected ')' in string literal
