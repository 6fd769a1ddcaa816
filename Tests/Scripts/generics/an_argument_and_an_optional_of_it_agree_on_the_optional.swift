func same<T: Equatable>(_ a: T, _ b: T) { print(a == b) }
let some: Int? = 1
same(1, some)
same(some, 1)
same(2, some)
class Lazy {
  lazy var z: Int? = 3
  lazy var y: Int! = 4
}
same(3, Lazy().z)
same(4, Lazy().y)
let text: String? = nil
same("a", text)
func pick<T>(_ a: T, _ b: T) -> T { b }
print(pick(5, some) as Any)
