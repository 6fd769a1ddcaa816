let words = ["apple", "avocado", "bean", "beet", "corn"]
let groups = Dictionary(grouping: words) { $0.first! }
for letter in groups.keys.sorted() {
  print(letter, groups[letter]!)
}
let byLength = Dictionary(grouping: words, by: \.count)
print(byLength[4]!, byLength[7] ?? [])
