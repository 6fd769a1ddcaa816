struct User: Equatable {
  let id: Int
  var name: String
  static func == (a: User, b: User) -> Bool { a.id == b.id }
}
print(User(id: 1, name: "a") == User(id: 1, name: "b"), [User(id: 2, name: "x")].contains(User(id: 2, name: "y")))
final class Node: Equatable {
  let v: Int
  init(_ v: Int) { self.v = v }
  static func == (a: Node, b: Node) -> Bool { a.v == b.v }
}
print(Node(1) == Node(1), Node(1) === Node(1), [Node(5)] == [Node(5)])
