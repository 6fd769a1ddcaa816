struct Point {
  var x: Int
  var y: Int
  func moved(_ distance: Int) -> Int { x + y * distance }
}
func workload() -> Int {
  let point = Point(x: 3, y: 4)
  var total = 0
  for i in 0..<300_000 {
    total += point.moved(i % 10)
  }
  return total
}
