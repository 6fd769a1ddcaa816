let n = 1
let n = 2
//  ^ error: invalid redeclaration of 'n'
print(n)
