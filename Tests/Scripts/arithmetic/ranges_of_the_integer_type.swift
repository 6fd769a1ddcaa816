print(Int.max)
print(Int.min)
print(Int.max.description.count)
print(Int.max &+ 1 == Int.min)
