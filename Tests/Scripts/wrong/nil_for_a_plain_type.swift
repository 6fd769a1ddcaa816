var n = 5
n = nil
//  ^ error: 'nil' cannot be assigned to type 'Int'
print(n)
