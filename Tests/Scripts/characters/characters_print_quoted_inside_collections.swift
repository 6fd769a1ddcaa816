let letters: [Character] = ["a", "\"", "\n"]
print(letters)
print("ab".map { $0 })
print(letters[0])
debugPrint(letters[0])
