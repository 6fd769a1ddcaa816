struct Point { var x: Int, y: Int }
let a = Point(x: 1, y: 2)
var b = a
b.x = 100
print(a, b)
func moved(_ p: Point) -> Point { var p = p; p.y += 1; return p }
print(moved(a), a)
