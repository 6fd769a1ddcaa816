let n: Int? = 4
let none: Int? = nil
print(n.map { $0 * 10 } as Any, none.map { $0 * 10 } as Any)
print(n.flatMap { $0 > 3 ? "big" : nil } as Any)
print("12".first.flatMap { $0.wholeNumberValue } ?? -1)
print(Optional(3).map(String.init) ?? "?")
