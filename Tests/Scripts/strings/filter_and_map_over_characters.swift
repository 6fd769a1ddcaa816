let messy = "a1-b2 c3"
print(messy.filter { $0.isLetter })
print(messy.map { $0.isNumber ? "#" : String($0) }.joined())
print(String(messy.filter(\.isNumber)))
print(messy.compactMap { $0.wholeNumberValue }.reduce(0, +))
