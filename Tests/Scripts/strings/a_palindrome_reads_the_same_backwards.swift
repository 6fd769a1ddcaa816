func isPalindrome(_ text: String) -> Bool {
  let letters = text.lowercased().filter { $0.isLetter }
  return letters == String(letters.reversed())
}
for text in ["Anna", "A man, a plan, a canal: Panama", "Swift"] {
  print(text, isPalindrome(text))
}
