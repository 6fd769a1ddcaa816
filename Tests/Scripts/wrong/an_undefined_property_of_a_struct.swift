struct Point { var x = 0, y = 0 }
let p = Point()
print(p.z)
//      ^ error: value of type 'Point' has no member 'z'
