let a = "x"
print(-a)
//    ^ error: unary operator '-' cannot be applied to an operand of type 'String'
