struct Point { let x: Int }
var p = Point(x: 1)
p.x = 5
//^ error: cannot assign to property: 'x' is a 'let' constant
print(p)
