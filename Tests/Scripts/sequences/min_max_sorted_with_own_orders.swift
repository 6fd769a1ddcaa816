let words = ["delta", "Alpha", "charlie", "bravo"]
print(words.sorted(), words.sorted { $0.lowercased() < $1.lowercased() })
print(words.min { $0.count < $1.count }!, words.max { $0.count < $1.count }!)
print([3, 1, 2].sorted(by: >), [(2, "b"), (1, "z"), (2, "a")].sorted { $0 < $1 }.map(\.1))
print([1.5, -2, 0].sorted(), ["b": 1, "a": 2].sorted { $0.value < $1.value }.map(\.key))
