let words = ["pear", "Apple", "apple", "fig", "éclair", "zebra"]
print(words.sorted())
print(words.sorted { $0.lowercased() < $1.lowercased() })
print("a" < "b", "a" < "B", "abc" < "abd", "ab" < "abc")
