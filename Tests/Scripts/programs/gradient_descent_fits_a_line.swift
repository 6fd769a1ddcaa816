import Foundation

struct Sample { let x: Double, y: Double }

struct Line {
  var slope = 0.0, offset = 0.0
  func callAsFunction(_ x: Double) -> Double { slope * x + offset }

  func loss(_ samples: [Sample]) -> Double {
    samples.reduce(0) { total, s in
      let error = self(s.x) - s.y
      return total + error * error
    } / Double(samples.count)
  }

  func gradient(_ samples: [Sample]) -> (slope: Double, offset: Double) {
    var g = (slope: 0.0, offset: 0.0)
    for s in samples {
      let error = self(s.x) - s.y
      g.slope += 2 * error * s.x
      g.offset += 2 * error
    }
    let n = Double(samples.count)
    return (g.slope / n, g.offset / n)
  }
}

func noise(_ i: Int) -> Double { Double((i * 7919) % 13 - 6) / 30 }

let samples = (0..<20).map { i -> Sample in
  let x = Double(i) / 10
  return Sample(x: x, y: 2 * x + 1 + noise(i))
}

var line = Line()
let rate = 0.1
print("step 0 loss", String(format: "%.5f", line.loss(samples)))
for step in 1...400 {
  let g = line.gradient(samples)
  line.slope -= rate * g.slope
  line.offset -= rate * g.offset
  if step % 100 == 0 {
    print("step \(step) loss", String(format: "%.5f", line.loss(samples)))
  }
}
print(String(format: "y = %.4f x + %.4f", line.slope, line.offset))

// The same by the normal equations.
let n = Double(samples.count)
let sx = samples.map(\.x).reduce(0, +), sy = samples.map(\.y).reduce(0, +)
let sxx = samples.reduce(0) { $0 + $1.x * $1.x }, sxy = samples.reduce(0) { $0 + $1.x * $1.y }
let slope = (n * sxy - sx * sy) / (n * sxx - sx * sx)
let offset = (sy - slope * sx) / n
print(String(format: "y = %.4f x + %.4f", slope, offset))
print(abs(slope - line.slope) < 1e-3, abs(offset - line.offset) < 1e-3)

// A numerical check of the gradient.
let h = 1e-6
let at = Line(slope: 0.5, offset: -1)
let numeric = (Line(slope: at.slope + h, offset: at.offset).loss(samples)
  - Line(slope: at.slope - h, offset: at.offset).loss(samples)) / (2 * h)
print(abs(numeric - at.gradient(samples).slope) < 1e-6)
