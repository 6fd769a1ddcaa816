struct Ratio {
  var top: Int
  let bottom: Int
  var isWhole = false
  init(_ top: Int, _ bottom: Int) {
    self.bottom = bottom == 0 ? 1 : bottom
    self.top = top
    if top % self.bottom == 0 {
      isWhole = true
      self.top /= self.bottom
    }
    log()
  }
  init(whole: Int) {
    self.init(whole, 1)
    top += 0
  }
  init?(text: String) {
    guard let number = Int(text) else { return nil }
    self.init(number, 2)
  }
  init(copying other: Ratio, times factor: Int) {
    self = other
    top *= factor
  }
  func log() { print("made", top, bottom, isWhole) }
  static let zero = Ratio(whole: 0)
  static func + (a: Ratio, b: Ratio) -> Ratio {
    Ratio(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom)
  }
  static func += (a: inout Ratio, b: Ratio) { a = a + b }
}
struct Celsius: ExpressibleByIntegerLiteral, Comparable {
  var degrees: Double
  init(integerLiteral value: Int) { degrees = Double(value) }
  static func < (a: Celsius, b: Celsius) -> Bool { a.degrees < b.degrees }
}
struct Flags {
  var isOn: Bool
  var level: UInt8 = 250
  var ratio: Float = 0.5
}
func sum(_ ratios: [Ratio]) -> Ratio {
  var total = Ratio.zero
  for ratio in ratios { total += ratio }
  return total
}
let a = Ratio(3, 6)
print(a.top, a.bottom, Ratio(whole: 4).top, Ratio(text: "8")?.top ?? -1, Ratio(text: "x") == nil)
print(Ratio(copying: a, times: 5).top)
let s = sum([a, a, Ratio(1, 4)])
print(s.top, s.bottom)
let warm: Celsius = 21
print(max(warm, 30).degrees, [warm, 3].sorted().map(\.degrees))
var flags = Flags(isOn: true)
flags.level &+= 10
flags.ratio *= 0.3
flags.isOn.toggle()
func show(_ flags: Flags) -> String { "\(flags.isOn) \(flags.level) \(flags.ratio)" }
print(show(flags), flags)

extension Ratio { static func == (a: Ratio?, b: Ratio) -> Bool { a?.top == b.top } }
