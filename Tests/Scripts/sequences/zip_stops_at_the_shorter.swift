let names = ["a", "b", "c"], ages = [1, 2]
for (name, age) in zip(names, ages) { print(name, age) }
print(zip(1..., names).map { "\($0).\($1)" })
print(Array(zip([1, 2], [3, 4])), zip([1, 2, 3], [4, 5, 6]).map(*).reduce(0, +))
print(Dictionary(uniqueKeysWithValues: zip(names, ages)).count)
