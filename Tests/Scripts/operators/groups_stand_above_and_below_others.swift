precedencegroup PipePrecedence {
  associativity: left
  lowerThan: NilCoalescingPrecedence
  higherThan: AssignmentPrecedence
}
precedencegroup ComposePrecedence {
  associativity: right
  higherThan: PipePrecedence
  lowerThan: AdditionPrecedence
}
precedencegroup TightPrecedence {
  higherThan: BitwiseShiftPrecedence
}
infix operator |> : PipePrecedence
infix operator <| : ComposePrecedence
infix operator >>> : ComposePrecedence
infix operator .*. : TightPrecedence
infix operator ?! : NilCoalescingPrecedence

func |> <A, B>(value: A, function: (A) -> B) -> B { function(value) }
func >>> <A, B, C>(f: @escaping (A) -> B, g: @escaping (B) -> C) -> (A) -> C { { g(f($0)) } }
func <| (a: Int, b: Int) -> Int { a * 100 + b }
func .*. (a: Int, b: Int) -> Int { a * b }
func ?! <T>(value: T?, message: String) -> T {
  guard let value else { return message as! T }
  return value
}
func double(_ n: Int) -> Int { n * 2 }
func describe(_ n: Int) -> String { "<\(n)>" }

print(3 + 4 |> double)
print(3 + 4 |> { $0 * 10 } |> { "= \($0)" })
print(1 + 2 |> double >>> describe)
print(2 |> double >>> { $0 + 1 } >>> describe)
let joined = 1 <| 2 + 3 <| 4
print(joined, 2 << 3 .*. 2, 2 + 3 .*. 4 - 1)
let missing: Int? = nil
print(missing ?? 5 |> double, "text" |> { $0.count })
print([3, 1, 2] |> { $0.sorted() } |> { $0.map(double) })
let words: String? = nil
print(words ?! "nothing")
let total = [1, 2, 3] |> { list in
  var sum = 0
  for item in list { sum += item }
  return sum
}
print(total)
