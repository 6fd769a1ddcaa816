var a = ["x": 1, "y": 2]
a.merge(["y": 10, "z": 20]) { old, new in old + new }
print(a.sorted { $0.key < $1.key }.map { "\($0.key)\($0.value)" })
let b = a.merging(["x": 100]) { old, _ in old }
print(b["x"]!)
let c = a.merging(["x": 100]) { $1 }
print(c["x"]!)
