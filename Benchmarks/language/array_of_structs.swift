struct Cell {
  var value: Int
  var count: Int
}
func workload() -> Int {
  var cells = (0..<1_000).map { Cell(value: $0, count: 0) }
  for round in 0..<100 {
    for i in cells.indices {
      cells[i].value += round
      cells[i].count += 1
    }
  }
  return cells.reduce(0) { $0 + $1.value * $1.count }
}
