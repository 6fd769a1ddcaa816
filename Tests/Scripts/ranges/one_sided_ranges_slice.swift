let letters = Array("abcdef")
print(String(letters[2...]), String(letters[..<2]), String(letters[...2]))
print((3...).prefix(3).map { $0 })
for i in 5... {
  if i > 7 { break }
  print(i)
}
