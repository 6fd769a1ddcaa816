var s = "I like cats"
if let at = s.firstIndex(of: "c") {
  s.replaceSubrange(at..., with: "dogs")
}
print(s)
print(s.replacing("like", with: "love"))
print("a-b-c".replacing("-", with: "+"))
