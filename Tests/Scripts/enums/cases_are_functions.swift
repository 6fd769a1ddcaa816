enum Box { case number(Int), pair(Int, String) }
print([1, 2].map(Box.number).count)
let make = Box.pair
if case .pair(let n, let s) = make(4, "four") { print(n, s) }
