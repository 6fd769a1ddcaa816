let d = ["x": 1, "y": 2, "z": 3]
print(d.keys.sorted(), d.values.sorted())
print(d.values.reduce(0, +), d.keys.contains("y"))
print(Array(d.keys).count, d.count)
print(d.contains { $0.value > 2 }, d.first { $0.key == "y" }!.value)
