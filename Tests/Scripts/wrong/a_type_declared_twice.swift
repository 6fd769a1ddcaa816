struct Point { var x = 0 }
struct Point { var y = 0 }
//     ^ error: invalid redeclaration of 'Point'
print(Point())
