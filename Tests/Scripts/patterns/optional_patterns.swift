let values: [Int?] = [1, nil, 3]
for value in values {
  switch value {
  case 1?: print("one")
  case let n?: print("some", n)
  case nil: print("none")
  }
}
if case let n? = values[2] { print(n) }
if case .some(let n) = values[0] { print(n) }
if case .none = values[1] { print("nothing") }
