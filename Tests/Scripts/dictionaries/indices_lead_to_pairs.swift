let ages = ["ann": 31]
if let i = ages.index(forKey: "ann") { print(ages[i].1, ages[i].value, ages[i]) }
print(ages.index(forKey: "bob") == nil)
var one = [7: "x"]
one.remove(at: one.startIndex)
print(one.isEmpty)
let pairs: KeyValuePairs = ["b": 1, "a": 2, "b": 3]
for (key, value) in pairs { print(key, value) }
print(pairs.count, pairs[1], pairs)
