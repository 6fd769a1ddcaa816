struct Counter {
  static var made = 0
  static let limit = 3
  let id: Int
  init() {
    Counter.made += 1
    id = Self.made
  }
  static func describe() -> String { "\(made) of \(limit)" }
}
let a = Counter(), b = Counter()
print(a.id, b.id, Counter.made, Counter.describe())
