let pairs = [(1, "a"), (2, "b")]
print(pairs.map { "\($0)\($1)" }, pairs.map { $0.1 })
print(pairs.map { number, letter in letter + String(number) })
let bump: (inout Int) -> Void = { $0 += 100 }
var n = 1
bump(&n)
print(n)
