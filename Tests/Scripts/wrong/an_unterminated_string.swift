let s = "hello
//            ^ error: expected '"' to end string literal
print(s)
