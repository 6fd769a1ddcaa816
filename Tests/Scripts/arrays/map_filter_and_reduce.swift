let numbers = [3, 1, 4, 1, 5, 9, 2, 6]
print(numbers.map { $0 * $0 })
print(numbers.filter { $0 % 2 == 0 })
print(numbers.reduce(0, +))
print(numbers.reduce(1) { $0 * $1 })
print(numbers.map { "\($0)" }.joined())
print(numbers.filter { $0 > 2 }.map { $0 * 10 }.reduce(0, +))
