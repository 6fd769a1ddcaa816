let word = "abc"
for index in word.indices {
  print(word[index], word[index...])
}
for (offset, letter) in word.enumerated() {
  print(offset, letter)
}
