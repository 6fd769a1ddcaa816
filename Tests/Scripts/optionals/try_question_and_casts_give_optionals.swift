struct Bad: Error {}
func parse(_ s: String) throws -> Int {
  guard let n = Int(s) else { throw Bad() }
  return n
}
print((try? parse("5")) as Any, (try? parse("x")) as Any)
let any: Any = "text"
print(any as? String as Any, any as? Int as Any)
