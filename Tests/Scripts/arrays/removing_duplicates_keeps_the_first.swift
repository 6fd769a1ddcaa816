let xs = [3, 1, 3, 2, 1, 5]
var seen = Set<Int>()
let unique = xs.filter { seen.insert($0).inserted }
print(unique)
print(Array(Set(xs)).sorted())
