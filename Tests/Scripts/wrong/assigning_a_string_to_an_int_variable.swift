var n = 1
n = "two"
//  ^ error: cannot assign value of type 'String' to type 'Int'
print(n)
