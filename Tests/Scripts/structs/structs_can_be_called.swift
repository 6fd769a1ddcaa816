struct Line {
  let slope: Double, offset: Double
  func callAsFunction(_ x: Double) -> Double { slope * x + offset }
}
let f = Line(slope: 2, offset: 1)
print(f(0), f(10), [1, 2].map { f($0) })
