let text = """
  It was the best of times, it was the worst of times, it was the age of
  wisdom, it was the age of foolishness, it was the epoch of belief, it was
  the epoch of incredulity, it was the season of Light, it was the season of
  Darkness, it was the spring of hope, it was the winter of despair.
  """

func words(in text: String) -> [String] {
  text.lowercased()
    .split { !$0.isLetter }
    .map(String.init)
}

struct Statistics {
  let total: Int
  let counts: [String: Int]

  init(_ words: [String]) {
    total = words.count
    counts = words.reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }

  func top(_ n: Int) -> [(word: String, count: Int)] {
    counts
      .sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }
      .prefix(n)
      .map { (word: $0.key, count: $0.value) }
  }
}

func padded(_ text: String, _ width: Int) -> String {
  text + String(repeating: " ", count: max(0, width - text.count))
}

let statistics = Statistics(words(in: text))
print("\(statistics.total) words, \(statistics.counts.count) different")
for (word, count) in statistics.top(8) {
  print(padded(word, 8), padded(String(repeating: "#", count: count), 12), count)
}

let byLength = Dictionary(grouping: statistics.counts.keys, by: \.count)
for length in byLength.keys.sorted() {
  print(length, byLength[length]!.sorted().joined(separator: " "))
}

let longest = statistics.counts.keys.max { ($0.count, $1) < ($1.count, $0) }!
print("longest:", longest)
let vowels: Set<Character> = ["a", "e", "i", "o", "u"]
let vowelShare = Double(text.filter { vowels.contains($0) }.count) / Double(text.filter(\.isLetter).count)
print("vowels:", (vowelShare * 1000).rounded() / 10, "%")
let capitals = text.split(separator: " ").filter { $0.first!.isUppercase }
print(capitals)
