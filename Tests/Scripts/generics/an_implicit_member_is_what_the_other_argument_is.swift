func same<T: Equatable>(_ a: T, _ b: T) -> Bool { a == b }
enum Color { case red, green }
struct Flags: OptionSet {
  let rawValue: Int
  static let a = Flags(rawValue: 1), b = Flags(rawValue: 2)
}
let color = Color.red
print(same(.red, color), same(color, .green), same(.a, Flags.a), same(Flags.b, [.a, .b]))
