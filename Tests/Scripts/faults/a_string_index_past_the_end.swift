let s = "abc"
print(s[s.startIndex])
print(s[s.endIndex])
// fault: String index is out of bounds
