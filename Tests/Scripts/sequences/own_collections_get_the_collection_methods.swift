struct Alphabet: Collection {
  let letters = Array("abcdef")
  var startIndex: Int { 0 }
  var endIndex: Int { letters.count }
  func index(after i: Int) -> Int { i + 1 }
  subscript(i: Int) -> Character { letters[i] }
}
let a = Alphabet()
print(a.count, a.first!, a[2], a.isEmpty, a.firstIndex(of: "d")!, String(a.prefix(3)))
print(a.map { $0.uppercased() }.joined(), a.dropFirst(4).map { $0 }, a.indices.count)
