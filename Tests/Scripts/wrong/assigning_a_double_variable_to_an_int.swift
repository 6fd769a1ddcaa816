var n = 1
let d = 2.5
n = d
//  ^ error: cannot assign value of type 'Double' to type 'Int'
print(n)
