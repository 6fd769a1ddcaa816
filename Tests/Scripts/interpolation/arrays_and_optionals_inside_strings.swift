let xs = [1, 2, 3]
let maybe: Int? = 5
let nothing: Int? = nil
print("xs = \(xs)")
print("words = \(["a", "b"])")
print("\(maybe as Any) \(nothing as Any)")
print("\(maybe ?? 0)")
print("tuple \((1, "x"))")
