let names = ["one", "two", "three"]
let table = Dictionary(uniqueKeysWithValues: zip(names, 1...))
print(table["two"]!, table.count)
let counted = Dictionary([("a", 1), ("b", 2), ("a", 3)], uniquingKeysWith: +)
print(counted["a"]!, counted["b"]!)
let squares = Dictionary(uniqueKeysWithValues: (1...3).map { ($0, $0 * $0) })
print(squares.sorted { $0.key < $1.key }.map { [$0.key, $0.value] })
