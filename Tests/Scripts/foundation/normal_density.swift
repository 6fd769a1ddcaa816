import Foundation
func density(_ x: Double, mean: Double = 0, deviation: Double = 1) -> Double {
  let z = (x - mean) / deviation
  return exp(-z * z / 2) / (deviation * sqrt(2 * .pi))
}
for x in stride(from: -2.0, through: 2.0, by: 1.0) {
  print(String(format: "%5.1f %.6f", x, density(x)))
}
