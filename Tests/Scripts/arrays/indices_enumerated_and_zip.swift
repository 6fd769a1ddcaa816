let letters = ["a", "b", "c"]
for i in letters.indices { print(i, letters[i]) }
for (i, letter) in letters.enumerated() { print("\(i): \(letter)") }
for (letter, number) in zip(letters, [10, 20, 30]) { print(letter, number) }
for i in 0..<letters.count where i != 1 { print(letters[i]) }
