struct CaseInsensitive: Hashable {
  let text: String
  static func == (a: Self, b: Self) -> Bool { a.text.lowercased() == b.text.lowercased() }
  func hash(into hasher: inout Hasher) { hasher.combine(text.lowercased()) }
}
var counts: [CaseInsensitive: Int] = [:]
for word in ["Hi", "hi", "HI", "yo"] { counts[CaseInsensitive(text: word), default: 0] += 1 }
print(counts.count, counts[CaseInsensitive(text: "hI")]!)
