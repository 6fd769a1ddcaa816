infix operator |>: AdditionPrecedence
infix operator >=>: AdditionPrecedence
func |> <A, B>(value: A, transform: (A) -> B) -> B { transform(value) }
func keep<T>(_ test: @escaping (T) -> Bool) -> ([T]) -> [T] { { $0.filter(test) } }
func each<T, U>(_ transform: @escaping (T) -> U) -> ([T]) -> [U] { { $0.map(transform) } }
func fold<T, U>(_ start: U, _ step: @escaping (U, T) -> U) -> ([T]) -> U { { $0.reduce(start, step) } }
let words = ["the", "quick", "brown", "fox", "jumped"]
print(words |> keep { $0.count > 3 } |> each { $0.uppercased() } |> fold("") { $0.isEmpty ? $1 : $0 + "+" + $1 })
print([1, 2, 3] |> each { $0 * 2 } |> fold(0, +))
enum Flaw: Error { case bad(String) }
typealias Rule<T> = (T) -> Result<T, Flaw>
func rule<T>(_ name: String, _ test: @escaping (T) -> Bool) -> Rule<T> {
  { test($0) ? .success($0) : .failure(.bad(name)) }
}
func >=> <T>(first: @escaping Rule<T>, second: @escaping Rule<T>) -> Rule<T> { { first($0).flatMap(second) } }
struct User { var name: String; var age: Int }
let valid: Rule<User> = rule("name") { !$0.name.isEmpty } >=> rule("age") { $0.age > 0 }
print(valid(User(name: "x", age: 0)), valid(User(name: "", age: 2)))
