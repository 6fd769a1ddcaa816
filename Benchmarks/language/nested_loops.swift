func workload() -> Int {
  let size = 300
  var grid = [[Int]](repeating: [Int](repeating: 0, count: size), count: size)
  for i in 0..<size {
    for j in 0..<size {
      grid[i][j] = i * j % 7
    }
  }
  var total = 0
  for _ in 0..<5 {
    for i in 0..<size {
      for j in 0..<size {
        total += grid[i][j]
      }
    }
  }
  return total
}
