var xs = [1, 2]
xs.append("three")
//        ^ error: cannot convert value of type 'String' to expected argument type 'Int'
print(xs)
