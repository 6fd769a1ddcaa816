class Base {
  let id: Int
  required init(id: Int) { self.id = id }
  func hello() -> String { "base \(id)" }
}
class Sub: Base { override func hello() -> String { "sub \(id)" } }
let types: [Base.Type] = [Base.self, Sub.self]
for (i, type) in types.enumerated() { print(type.init(id: i).hello()) }
