print(Array(stride(from: 0, to: 10, by: 5)))
print(Array(stride(from: 0, through: 10, by: 5)))
print(Array(stride(from: 1, through: 10, by: 4)))
