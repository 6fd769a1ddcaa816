print(Array([[1], [2, 3]].joined()), ["a", "b"].joined(separator: ", "))
print((1...3).flatMap { n in (1...n).map { m in n * m } })
print([[1, 2], [3]].map { $0.map { $0 * 2 } }, Array([[1], [2]].joined(separator: [0, 0])))
print(["1,2", "3"].flatMap { $0.split(separator: ",") }.compactMap { Int($0) })
