struct Words {
  var list: [String]
  subscript(index: Int) -> String { list[index] }
  subscript(first letter: Character) -> [String] { list.filter { $0.first == letter } }
  static subscript(n: Int) -> String { String(repeating: "ha", count: n) }
}
let words = Words(list: ["ant", "bee", "asp"])
print(words[1], words[first: "a"], Words[2])
