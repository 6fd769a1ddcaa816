protocol Named { var name: String { get } }
protocol Aged { var age: Int { get } }
protocol Person: Named, Aged { func introduce() -> String }
extension Person { func introduce() -> String { "\(name), \(age)" } }
struct Student: Person { let name: String, age: Int }
func card(_ thing: Named & Aged) -> String { "[\(thing.name)|\(thing.age)]" }
let s = Student(name: "Ann", age: 20)
print(s.introduce(), card(s))
