let xs = [2, 4, 6]
print(xs.allSatisfy { $0 % 2 == 0 }, xs.contains { $0 > 5 }, xs.allSatisfy { $0 > 2 })
print([Int]().allSatisfy { _ in false }, xs.count, xs.filter { $0 > 2 }.count)
print((1...100).first { $0 * $0 > 200 }!, "hello".allSatisfy(\.isLetter), xs.count { $0 > 3 })
