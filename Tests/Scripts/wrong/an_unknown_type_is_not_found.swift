let n: Integer = 3
//     ^ error: cannot find type 'Integer' in scope
print(n)
