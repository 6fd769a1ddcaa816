let word = "stream"
for letter in word {
  print(letter, terminator: "-")
}
print()
print(word.first!, word.last!)
print(word.reversed().map(String.init).joined())
print(String(word.reversed()))
print(word.contains("e"), word.contains("z"))
