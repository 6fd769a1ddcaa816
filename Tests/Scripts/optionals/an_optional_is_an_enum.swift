let value: Int? = .some(4)
switch value {
case .some(let n): print("some", n)
case .none: print("none")
}
let empty = Optional<String>.none
print(empty == nil, Optional("x")!)
print(value as Any)
