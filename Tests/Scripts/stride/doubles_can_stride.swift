for x in stride(from: 0.0, to: 1.0, by: 0.25) { print(x) }
print(stride(from: 1.0, through: 2.0, by: 0.5).map { $0 * 2 })
print(Array(stride(from: 0, through: 1, by: 0.1)).count)
