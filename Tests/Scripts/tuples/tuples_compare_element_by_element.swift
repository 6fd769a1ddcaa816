print((1, "z") < (2, "a"), (1, "a") < (1, "b"))
print((1, 2) == (1, 2), (1, 2) != (1, 3))
let versions = [(1, 10), (1, 2), (0, 99)]
print(versions.sorted { $0 < $1 })
