let words = ["red", "blue", "green", "cyan"]
let index = words.reduce(into: [Int: [String]]()) { table, word in
  table[word.count, default: []].append(word)
}
for length in index.keys.sorted() { print(length, index[length]!) }
