let marks = [7, 8, 6, 10]
let total = marks.reduce(0, +)
print(total / marks.count)
print(Double(total) / Double(marks.count))
let weights = [0.5, 0.25, 0.25]
print(weights.reduce(0, +))
