for n in [3, 1, 2] { print(n) }
for letter in "ab" { print(letter) }
for _ in 0..<2 { print("again") }
for n in 1...10 where n.isMultiple(of: 4) { print(n) }
