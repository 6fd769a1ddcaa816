let names = ["Ann", "Bob", "Cid", "Bob"]
print(names.contains("Cid"), names.contains { $0.count > 3 })
print(names.firstIndex(of: "Bob")!, names.lastIndex(of: "Bob")!)
print(names.firstIndex { $0.hasPrefix("C") } ?? -1)
print(names.first { $0 > "B" } ?? "none", names.last { $0 < "B" } ?? "none")
print(names.firstIndex(of: "Zoe") as Any)
print(names.allSatisfy { $0.count == 3 })
