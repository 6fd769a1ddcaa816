let zeros = [Int](repeating: 0, count: 5)
let words = Array(repeating: "la", count: 3)
print(zeros, words)
var grid = [[Int]](repeating: [Int](repeating: 0, count: 3), count: 2)
grid[1][2] = 7
print(grid)
