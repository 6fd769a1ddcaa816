let pairs = [("a", 1), ("b", 2), ("a", 3)]
let table = Dictionary(uniqueKeysWithValues: pairs)
// fault: Duplicate values for key: 'a'
print(table)
