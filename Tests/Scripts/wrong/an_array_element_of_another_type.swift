let xs: [Int] = [1, 2, "three"]
//                     ^ error: cannot convert value of type 'String' to expected element type 'Int'
print(xs)
