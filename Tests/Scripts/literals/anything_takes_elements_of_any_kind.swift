func flat(_ values: [Any?]) -> Int { values.count }
print(flat([1, [2, nil], nil]), flat([1, [2, [3]]]), flat(["a", 2.5, true]))
let mixed: Any = [1, "two", 3.0]
print((mixed as! [Any]).count)
let rows: [[Any]] = [[1, "a"], [2.5], []]
print(rows.map { $0.count })
let nested: [Any] = [1, ["x": 2, "y": 3], [4, "five"]]
for value in nested {
  if let list = value as? [Any] { print("list", list.count) } else { print(type(of: value)) }
}
