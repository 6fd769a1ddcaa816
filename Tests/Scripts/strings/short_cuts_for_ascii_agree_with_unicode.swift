let samples = [
  "", "a", "abc", "a\r\nb", "\r\n", "\n", "\r", "e\u{301}a", "ae\u{301}", "K", "\u{212A}", "é",
  "a\u{200D}b", "🇨🇭a", "a🇨🇭", "\u{600}a", "tab\tend", "x\u{0}y",
]
for text in samples {
  var line = "\(text.debugDescription):"
  for part in samples where !part.isEmpty {
    if text.hasPrefix(part) { line += " <\(part.debugDescription)" }
    if text.hasSuffix(part) { line += " >\(part.debugDescription)" }
  }
  var characters: [String] = []
  for character in text { characters.append(String(character).debugDescription) }
  var walked: [String] = []
  var index = text.startIndex
  while index != text.endIndex {
    walked.append(String(text[index]).debugDescription)
    index = text.index(after: index)
  }
  print(line, characters == walked, text.count, characters.joined(separator: "|"))
}
print("e\u{301}".hasPrefix("e"), "e".hasPrefix("e"), "ea".hasPrefix("e"), "\r\n".hasPrefix("\r"))
print("a\r\n".hasSuffix("\n"), "a\n".hasSuffix("\n"), "a\r\n".hasSuffix("\r\n"))
print("abc" == "abc", "abc" != "abd", "é" == "e\u{301}", "K" == "\u{212A}", "a" < "b")
let c: Character = "e\u{301}"
switch c {
case "e": print("plain")
case "é": print("accented")
default: print("other")
}
let part = "xhello worldx".dropFirst().dropLast()
print(part.hasPrefix("hello"), part.hasSuffix("world"), part.hasPrefix("hello world!"), part.first!)
for (i, character) in part.enumerated() where character == "o" { print(i, terminator: " ") }
print(part.startIndex == part.endIndex, part[part.startIndex], part == "hello world")
let word = "swift"
let second = word.index(after: word.startIndex)
print(word[second], word[word.index(before: word.endIndex)], word.firstIndex(of: "z") as Any)
