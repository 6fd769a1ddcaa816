let parts = ["2024", "01", "31"]
print(parts.joined(separator: "-"))
print(parts.joined())
print([1, 2, 3].map(String.init).joined(separator: " + "))
print([[1, 2], [3]].joined().map { $0 * 10 })
