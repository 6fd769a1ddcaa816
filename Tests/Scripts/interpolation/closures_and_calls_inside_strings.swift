func double(_ x: Int) -> Int { x * 2 }
print("\(double(4)) and \([1, 2].map { $0 + 1 })")
print("\((1...3).map { "<\($0)>" }.joined())")
