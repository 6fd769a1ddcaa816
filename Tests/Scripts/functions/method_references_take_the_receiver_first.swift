let upper = String.uppercased
print(upper("abc")())
let words = ["b", "a"]
let lengths = words.map(\.count)
print(lengths, ["1", "2"].compactMap(Int.init))
let hasA = "banana".contains as (Character) -> Bool
print(hasA("b"))
struct Scale { var by: Int; func apply(_ n: Int) -> Int { n * by } }
print([1, 2].map(Scale(by: 5).apply))
