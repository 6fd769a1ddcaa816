func parts(_ text: String) -> [String] {
  var found: [String] = []
  for part in text.split(separator: ",") { found.append("<\(part)>") }
  return found
}

func allParts(_ text: String) -> [String] {
  var found: [String] = []
  for part in text.split(separator: ",", omittingEmptySubsequences: false) {
    found.append("<\(part)>")
  }
  return found
}

let samples = [
  "", ",", ",,", "a", "a,b", ",a,b,", "a,,b", ",,,a,,,", "no separator at all here", "ä,ö,ü",
  "line\r\n,other\r\n", "\r,\n", "👩‍👩‍👧,🇨🇭🇨🇭,e\u{301},", "tab\t,\0,nul",
]
for sample in samples {
  print(parts(sample), allParts(sample), parts(sample).count, allParts(sample).count)
}

// What the loop goes over is the text as it was.
var text = "one two three"
for word in text.split(separator: " ") {
  text += "/" + word
  if word == "two" { continue }
  text.append("!")
}
print(text)

// Parts outlive the loop, and are parts of the whole text.
var kept: [Substring] = []
var last: Substring = "none"
let line = "alpha=1;beta=22;;gamma=333"
for field in line.split(separator: ";") {
  kept.append(field)
  last = field
  var key = field
  key.removeLast()
  print(key, field, field.startIndex < field.endIndex, line[field.startIndex...])
}
print(kept, last, last.base, last.count)

// Splits of splits, with ways out.
let table = "a b c\nd e f\n\ng h i"
outer: for row in table.split(separator: "\n", omittingEmptySubsequences: false) {
  var cells = 0
  for cell in row.split(separator: " ") {
    if cell == "e" { continue outer }
    if cell == "h" { break outer }
    cells += 1
    print(cell, terminator: cells == 3 ? ".\n" : "-")
  }
  print("row", row, row.isEmpty, cells)
}
print()

// Patterns, conditions, closures over the part.
var closures: [() -> String] = []
for word in "a bcd ef ghij".split(separator: " ") where word.count > 2 {
  closures.append { word.uppercased() + text.prefix(1) }
}
print(closures.map { $0() })
for _ in "x.y.z".split(separator: ".") { print("again", terminator: " ") }
print()
for word in "x-y-z".split(separator: "-", maxSplits: 1) { print(word, terminator: " ") }
print()
let dash: Character = "-"
for word in "x-y-z".split(separator: dash) { print(word, terminator: " ") }
for word in "x-y--z".split(separator: "é") { print(word, terminator: " ") }
for word in "x--y----z".split(separator: "--") { print(word, terminator: " ") }
print()

func total(_ text: Substring) -> Int {
  var sum = 0
  for number in text.split(separator: "+") {
    guard let value = Int(number) else { return -1 }
    sum += value
  }
  return sum
}
print(total("1+2+39"), total("4+x"), total("sum: 5+6".dropFirst(5)), total("١+٢"))
var counts: [Substring: Int] = [:]
for word in "to be or not to be".split(separator: " ") { counts[word, default: 0] += 1 }
print(counts.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" })
