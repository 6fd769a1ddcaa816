struct Color { var r, g, b: UInt8 }
extension String.StringInterpolation {
  mutating func appendInterpolation(_ c: Color) { appendLiteral("#"); for v in [c.r, c.g, c.b] { appendLiteral(String(v, radix: 16)) } }
  mutating func appendInterpolation(_ n: Int, width: Int, pad: Character = " ") { let s = String(n); appendLiteral(String(repeating: pad, count: max(0, width - s.count)) + s) }
  mutating func appendInterpolation<T>(list: [T], sep: String = ", ") { appendLiteral(list.map { "\($0)" }.joined(separator: sep)) }
  mutating func appendInterpolation(if c: Bool, _ s: @autoclosure () -> String) { if c { appendLiteral(s()) } }
  mutating func appendInterpolation(money v: Double) { appendInterpolation("$\(v)") }
}
print("c \(Color(r: 255, g: 8, b: 0)) n \(7) \(7, width: 3)|\(7, width: 3, pad: "0") \(list: [1, 2]) \(list: ["a"], sep: "-")\(if: true, "!") \(money: 2.5) \(Optional(3), default: "none") \(nil as Int?, default: "none")")
struct Doc: ExpressibleByStringInterpolation, CustomStringConvertible {
  struct StringInterpolation: StringInterpolationProtocol {
    var parts: [String] = []
    init(literalCapacity: Int, interpolationCount: Int) { parts.append("\(literalCapacity)/\(interpolationCount)") }
    mutating func appendLiteral(_ s: String) { parts.append("L(\(s))") }
    mutating func appendInterpolation<T>(_ v: T) { parts.append("V(\(v))") }
    mutating func appendInterpolation(b s: String) { parts.append("B(\(s))") }
  }
  let description: String
  init(stringLiteral v: String) { description = "lit " + v }
  init(stringInterpolation i: StringInterpolation) { description = i.parts.joined(separator: " ") }
}
let d1: Doc = "plain", d2: Doc = "a \(1) b \(b: "x")", d3: Doc = "\(1)\(2)"
print(d1, d2, d3, separator: "\n")
func show(_ d: Doc) { print(d) }
show("hi \(d1)"); show("just")
struct Path: ExpressibleByStringInterpolation { let s: String; init(stringLiteral v: String) { s = v } }
let p: Path = "x\(1)y"; print(p.s, ("q\(2)" as Path).s, [Path]([p, "z\(3)"]).map(\.s))
