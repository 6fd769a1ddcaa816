search: for word in ["apple", "sky", "pear"] {
  for letter in word where "aeiou".contains(letter) {
    print(word, "has", letter)
    continue search
  }
  print(word, "has no vowel")
}
