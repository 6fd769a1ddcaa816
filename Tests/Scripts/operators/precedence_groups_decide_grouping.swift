precedencegroup PowerPrecedence {
  higherThan: MultiplicationPrecedence
  associativity: right
}
infix operator ^^: PowerPrecedence
func ^^ (a: Int, b: Int) -> Int { var r = 1; for _ in 0..<b { r *= a }; return r }
print(2 ^^ 3 ^^ 2, 2 * 3 ^^ 2, 2 ^^ 3 * 2)
precedencegroup PipePrecedence {
  associativity: left
  lowerThan: AdditionPrecedence
}
infix operator |>: PipePrecedence
func |> <A, B>(x: A, f: (A) -> B) -> B { f(x) }
print(3 + 4 |> { $0 * 10 } |> { "= \($0)" })
