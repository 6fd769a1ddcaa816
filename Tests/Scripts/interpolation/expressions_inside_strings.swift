let name = "Mira", age = 9
print("\(name) is \(age)")
print("next year: \(age + 1)")
print("name has \(name.count) letters, upper \(name.uppercased())")
print("\(age > 5 ? "big" : "small")")
print("a\("b\("c")d")e")
