struct Fraction { var top: Int, bottom: Int }
extension Fraction { init(_ whole: Int) { self.init(top: whole, bottom: 1) } }
extension Fraction {
  var value: Double { Double(top) / Double(bottom) }
  static let half = Fraction(top: 1, bottom: 2)
}
extension Fraction: Equatable {
  static func == (a: Fraction, b: Fraction) -> Bool { a.top * b.bottom == b.top * a.bottom }
}
print(Fraction(3).value, Fraction.half == Fraction(top: 2, bottom: 4), Fraction.half.value)
