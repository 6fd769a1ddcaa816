class Person {
  let name: String
  var age: Int
  init(name: String, age: Int = 18) {
    self.name = name
    self.age = age
  }
  convenience init(copying other: Person) { self.init(name: other.name + "'", age: other.age) }
  func birthday() { age += 1 }
}
let p = Person(name: "Ann")
p.birthday()
let q = Person(copying: p)
print(p.name, p.age, q.name, q.age)
