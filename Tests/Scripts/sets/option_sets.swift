struct Style: OptionSet {
  let rawValue: Int
  static let bold = Style(rawValue: 1 << 0)
  static let italic = Style(rawValue: 1 << 1)
  static let underlined = Style(rawValue: 1 << 2)
  static let loud: Style = [.bold, .underlined]
}
var style: Style = [.italic]
print(style.insert(.bold).inserted, style.insert(.bold).inserted, style.rawValue, style == [.bold, .italic])
print(style.contains(.bold), style.contains(.loud), style.isSubset(of: [.bold, .italic, .underlined]))
print(style.union(.loud).rawValue, style.intersection(.loud).rawValue, style.subtracting(.bold).rawValue)
print(style.symmetricDifference(.loud).rawValue, style.isDisjoint(with: .underlined), style.isEmpty)
print(style.remove(.underlined) == nil, style.remove(.bold)!.rawValue, style.rawValue)
style.formUnion(.loud)
style.subtract([.italic])
print(style == .loud, Style().isEmpty, Style([.bold, .italic]).rawValue, style != [])
func describe(_ style: Style) -> String {
  var words: [String] = []
  if style.contains(.bold) { words.append("bold") }
  if style.contains([.bold, .underlined]) { words.append("loud") }
  switch style {
  case []: words.append("plain")
  case .italic: words.append("only italic")
  default: words.append("mixed")
  }
  return words.joined(separator: " ")
}
print(describe([]), "|", describe(.italic), "|", describe(style))
struct Flags: OptionSet, Hashable {
  let rawValue: UInt8
  static let a = Flags(rawValue: 1), b = Flags(rawValue: 128)
}
print(Flags([.a, .b]).rawValue, Set<Flags>([.a, .b, .a]).count, Flags(rawValue: 255).subtracting(.a).rawValue)
