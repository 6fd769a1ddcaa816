let evens = stride(from: 0, through: 20, by: 2)
print(evens.filter { $0 % 3 == 0 }, evens.reduce(0, +))
print(evens.contains(14), evens.contains(15))
print(zip(stride(from: 1, to: 4, by: 1), "abc").map { "\($0)\($1)" })
