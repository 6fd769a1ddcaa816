for i in (1...3).reversed() { print(i) }
for i in stride(from: 1, to: 10, by: 4) { print(i) }
for (i, c) in "xyz".enumerated().reversed() { print(i, c) }
