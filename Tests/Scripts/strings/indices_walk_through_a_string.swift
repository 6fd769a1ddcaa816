let s = "Swift"
let start = s.startIndex
print(s[start])
print(s[s.index(after: start)])
print(s[s.index(start, offsetBy: 4)])
print(s[s.index(before: s.endIndex)])
if let i = s.firstIndex(of: "i") {
  print(s[..<i], s[i...])
  print(s.distance(from: start, to: i))
}
