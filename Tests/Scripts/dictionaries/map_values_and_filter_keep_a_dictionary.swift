let marks = ["ann": 70, "bob": 45, "cid": 88]
let passed = marks.filter { $0.value >= 50 }
print(passed.keys.sorted())
let scaled = marks.mapValues { Double($0) / 100 }
print(scaled["bob"]!)
let parsed = ["a": "1", "b": "x"].compactMapValues { Int($0) }
print(parsed)
print(marks.map { "\($0.key)=\($0.value)" }.sorted())
