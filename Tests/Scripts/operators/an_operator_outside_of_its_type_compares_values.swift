class Record: Comparable {
  let key: String
  init(_ key: String) { self.key = key }
}
func < (x: Record, y: Record) -> Bool { x.key < y.key }
func == (x: Record, y: Record) -> Bool { x.key == y.key }
var records = [Record("b"), Record("a")]
records.sort()
print(records.map { $0.key }, records[0] < records[1], records.max()!.key)
struct Digit: Equatable { let n: Int }
func == (l: Digit, r: Digit) -> Bool { l.n % 10 == r.n % 10 }
print(Digit(n: 1) == Digit(n: 11), [Digit(n: 1)].contains(Digit(n: 21)))
print([Digit(n: 1)].firstIndex(of: Digit(n: 31)) as Any)
struct Last: Hashable {
  let n: Int
  func hash(into hasher: inout Hasher) { hasher.combine(n % 10) }
}
func == (l: Last, r: Last) -> Bool { l.n % 10 == r.n % 10 }
print(Set([Last(n: 1), Last(n: 11)]).count)
