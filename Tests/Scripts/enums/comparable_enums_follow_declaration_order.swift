enum Rank: Int, Comparable, CaseIterable {
  case bronze, silver, gold
  static func < (a: Rank, b: Rank) -> Bool { a.rawValue < b.rawValue }
}
enum Plain: Comparable { case first, second, third(Int) }
print(Rank.silver < .gold, Rank.allCases.max()!, [Rank.gold, .bronze].sorted())
print(Plain.first < .second, Plain.third(1) < .third(2), Plain.third(0) > .second)
