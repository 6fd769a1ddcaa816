func occurrences(of needle: String, in text: String) -> Int {
  let text = Array(text), needle = Array(needle)
  guard !needle.isEmpty, text.count >= needle.count else { return 0 }
  var found = 0
  for start in 0...(text.count - needle.count) where Array(text[start..<start + needle.count]) == needle {
    found += 1
  }
  return found
}
print(occurrences(of: "an", in: "bananas"))
print(occurrences(of: "aa", in: "aaaa"))
print(occurrences(of: "x", in: ""))
print("bananas".contains("nan"), "bananas".contains("nam"))
