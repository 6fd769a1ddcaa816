let a = 1, b = 0
print(a && b)
//    ^ error: type 'Int' cannot be used as a boolean; test for '!= 0' instead
//         ^ error: type 'Int' cannot be used as a boolean; test for '!= 0' instead
