struct Pair: LosslessStringConvertible {
  let a: Int, b: Int
  init(_ a: Int, _ b: Int) { self.a = a; self.b = b }
  init?(_ text: String) {
    let parts = text.split(separator: ":").compactMap { Int($0) }
    guard parts.count == 2 else { return nil }
    self.init(parts[0], parts[1])
  }
  var description: String { "\(a):\(b)" }
}
print(Pair("3:4")!, Pair("3") as Any, String(Pair(1, 2)), Bool("true")!, Bool("yes") as Any)
