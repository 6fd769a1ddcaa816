let age: Int? = nil
print("age: \(age, default: "unknown")")
let size: Int? = 42
print("size: \(size, default: "unknown")")
