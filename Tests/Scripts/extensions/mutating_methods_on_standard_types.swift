extension Array {
  mutating func rotate(by n: Int = 1) {
    guard !isEmpty else { return }
    for _ in 0..<n { append(removeFirst()) }
  }
  func pairs() -> [(Element, Element)] { Array<(Element, Element)>(zip(self, dropFirst())) }
}
extension Int { mutating func double() { self *= 2 } }
var xs = [1, 2, 3, 4]
xs.rotate()
xs.rotate(by: 2)
print(xs, xs.pairs())
var n = 21
n.double()
print(n)
