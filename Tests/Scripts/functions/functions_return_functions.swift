func adder(_ n: Int) -> (Int) -> Int {
  func add(_ m: Int) -> Int { n + m }
  return add
}
let addFive = adder(5)
print(addFive(1), adder(10)(20))
func compose<A, B, C>(_ f: @escaping (A) -> B, _ g: @escaping (B) -> C) -> (A) -> C {
  { g(f($0)) }
}
let lengthText = compose({ (s: String) in s.count }, { "\($0) letters" })
print(lengthText("hello"))
