func double(_ n: inout Int) { n *= 2 }
var x = 21
double(&x)
print(x)
func append(_ value: Int, to list: inout [Int]) { list.append(value) }
var xs: [Int] = []
append(1, to: &xs)
append(2, to: &xs)
print(xs)
var grid = [[1, 2], [3, 4]]
double(&grid[1][0])
print(grid)
