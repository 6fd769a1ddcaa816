extension Collection where Element: BinaryInteger {
  var sum: Int { reduce(0) { $0 + Int($1) } }
}
extension Sequence where Element: Hashable {
  func counts() -> [Element: Int] { reduce(into: [:]) { $0[$1, default: 0] += 1 } }
}
extension Sequence {
  func count(where test: (Element) -> Bool) -> Int { var n = 0; for e in self where test(e) { n += 1 }; return n }
}
print([1, 2, 3].sum, (1...4).sum, "hello".counts()["l"]!, [5, 6, 8].count { $0 % 2 == 0 })
