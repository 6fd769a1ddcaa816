func makeReport(_ items: [String]) -> String {
  var lines: [String] = []
  func add(_ text: String, indent: Int = 0) {
    lines.append(String(repeating: " ", count: indent) + text)
  }
  add("Items:")
  for item in items { add(item, indent: 2) }
  add("\(items.count) in all")
  return lines.joined(separator: "\n")
}
print(makeReport(["tea", "milk"]))
