protocol Stored { associatedtype Item; func all() -> [Item] }
struct Shelf<Item>: Stored { var items: [Item]; func all() -> [Item] { items } }
struct Ticket { var id: Int; var note: String }
let shelf = Shelf(items: [Ticket(id: 2, note: "b"), Ticket(id: 1, note: "a")])
print(shelf.all().map(\.id), shelf.all().map(\.note), shelf.all().map(\.id).sorted().map(String.init))
class Node { var next: Node?; var value = 0; weak var owner: Node?; init(_ value: Int) { self.value = value } }
let first = Node(1)
first.next = Node(2)
first.next?.value += 5
first.next?.next = nil
print(first.next?.value ?? 0, (first.next?.next?.value).map { $0 + 1 } ?? -1)
func total(_ xs: Int..., by step: (Int) -> Int = { $0 }) -> Int { xs.map(step).reduce(0, +) }
func nested() -> String {
  func add(_ text: String, times: Int = 2) -> String { String(repeating: text, count: times) }
  return add("a") + add("b", times: 1)
}
print(total(1, 2, 3), total(1, 2) { $0 * $0 }, nested())
