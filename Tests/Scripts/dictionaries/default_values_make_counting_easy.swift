var counts: [Character: Int] = [:]
for letter in "mississippi" {
  counts[letter, default: 0] += 1
}
for letter in counts.keys.sorted() {
  print(letter, counts[letter]!)
}
var lists: [String: [Int]] = [:]
lists["odd", default: []].append(1)
lists["odd", default: []].append(3)
print(lists)
