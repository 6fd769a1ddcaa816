struct Complex: CustomStringConvertible {
  var re: Double, im: Double
  static func + (a: Complex, b: Complex) -> Complex { Complex(re: a.re + b.re, im: a.im + b.im) }
  static func * (a: Complex, b: Complex) -> Complex {
    Complex(re: a.re * b.re - a.im * b.im, im: a.re * b.im + a.im * b.re)
  }
  var squaredLength: Double { re * re + im * im }
  var description: String { im < 0 ? "\(re) - \(-im)i" : "\(re) + \(im)i" }
}

func escapeTime(_ c: Complex, limit: Int) -> Int? {
  var z = Complex(re: 0, im: 0)
  for step in 0..<limit {
    if z.squaredLength > 4 { return step }
    z = z * z + c
  }
  return nil
}

let shades = Array(" .:-=+*%@")
let width = 60, height = 22
var insideCount = 0
for row in 0..<height {
  var line = ""
  for column in 0..<width {
    let c = Complex(
      re: -2.2 + 3.2 * Double(column) / Double(width - 1),
      im: 1.2 - 2.4 * Double(row) / Double(height - 1))
    if let steps = escapeTime(c, limit: 60) {
      line.append(shades[min(steps / 2, shades.count - 2)])
    } else {
      insideCount += 1
      line.append(shades.last!)
    }
  }
  while line.last == " " { line.removeLast() }
  print(line)
}
print(insideCount, "points inside")
print(Complex(re: 1, im: 2) * Complex(re: 3, im: -1), Complex(re: 0, im: -1))
print(escapeTime(Complex(re: 1, im: 1), limit: 50) as Any, escapeTime(Complex(re: 0, im: 0), limit: 50) as Any)
