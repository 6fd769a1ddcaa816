import Foundation
func sigmoid(_ x: Double) -> Double { 1 / (1 + exp(-x)) }
func softmax(_ xs: [Double]) -> [Double] {
  let top = xs.max() ?? 0
  let e = xs.map { exp($0 - top) }
  let sum = e.reduce(0, +)
  return e.map { $0 / sum }
}
print(sigmoid(0), String(format: "%.4f", sigmoid(2)))
print(softmax([1, 2, 3]).map { String(format: "%.4f", $0) })
print(softmax([5, 5]), tanh(0.0))
