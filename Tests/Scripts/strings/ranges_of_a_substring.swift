let text = "one two one"
if let range = text.firstRange(of: "two") {
  print(text[range], text[..<range.lowerBound], text[range.upperBound...])
}
print(text.ranges(of: "one").count)
print(text.firstIndex(of: "t").map { text.distance(from: text.startIndex, to: $0) } ?? -1)
print(text.lastIndex(of: "o").map { text.distance(from: text.startIndex, to: $0) } ?? -1)
