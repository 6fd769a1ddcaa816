print([3, 1, 2].sorted(by: >), [1, 2, 3].reduce(1, *))
print(["3", "x"].map(Int.init).map { $0 ?? -1 })
print(zip([1, 2], [3, 4]).map(+), zip([5, 6], [3, 4]).map(-))
struct P { let x: Int; let y: Int }
print(zip([1, 2], [3, 4]).map(P.init).map(\.y))
print([true, false].map(!))
