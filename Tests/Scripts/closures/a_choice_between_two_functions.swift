let up = true
print([3, 1, 2].sorted(by: up ? (<) : (>)), [3, 1].sorted(by: up ? { $0 > $1 } : { $0 < $1 }), [1, 2].map(up ? { $0 + 1 } : { $0 - 1 }))
let f: (Int, Int) -> Bool = up ? (<) : (>)
print([2, 1].sorted(by: f), [1, 2].map(up ? String.init : { "\($0)?" }), [1, 2].reduce(0, up ? (+) : (-)))
