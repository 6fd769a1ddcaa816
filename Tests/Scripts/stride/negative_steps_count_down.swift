for i in stride(from: 10, through: 0, by: -3) { print(i, terminator: " ") }
print()
for i in stride(from: 3, to: 0, by: -1) { print(i, terminator: "... ") }
print("lift-off")
