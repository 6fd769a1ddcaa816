let s = "abc"
let i = s.index(s.startIndex, offsetBy: 3)
print(i == s.endIndex)
print(s.index(after: i))
// fault: String index is out of bounds
