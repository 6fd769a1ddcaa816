let inner: Int?? = .some(nil)
let full: Int?? = 5
let outer: Int?? = nil
print(inner == nil, outer == nil)
print(inner as Any, full as Any, outer as Any)
if let once = full { print(once as Any) }
let table: [String: Int?] = ["a": nil]
print(table["a"] as Any, table["b"] as Any)
