let title = "The Quick Brown Fox"
print(title.uppercased())
print(title.lowercased())
let first = title.split(separator: " ").map { $0.prefix(1).uppercased() + $0.dropFirst().lowercased() }
print(first)
print("straße".uppercased())
