struct Colour {
  var r: Int, g: Int, b: Int
  init(r: Int, g: Int, b: Int) { self.r = r; self.g = g; self.b = b }
  init(grey: Int) { self.init(r: grey, g: grey, b: grey) }
  init?(hex: String) {
    guard hex.count == 6, let n = Int(hex, radix: 16) else { return nil }
    self.init(r: n >> 16, g: (n >> 8) & 0xFF, b: n & 0xFF)
  }
}
print(Colour(grey: 9))
print(Colour(hex: "ff8000")!, Colour(hex: "xyz") as Any)
