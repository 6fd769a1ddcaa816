extension Int {
  var isPrime: Bool {
    if self < 2 { return false }
    var d = 2
    while d * d <= self {
      if self % d == 0 { return false }
      d += 1
    }
    return true
  }
  func times(_ action: (Int) -> Void) { for i in 0..<self { action(i) } }
  static let dozen = 12
}
print((1...30).filter(\.isPrime))
3.times { print("tick", $0) }
print(Int.dozen)
