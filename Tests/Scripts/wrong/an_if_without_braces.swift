let n = 1
if n == 1 print("one")
//        ^ error: expected '{' in 'if' statement
//                    ^ error: expected '}' to end 'if' statement
