protocol Container {
  associatedtype Item
  var items: [Item] { get }
  mutating func add(_ item: Item)
}
extension Container {
  var count: Int { items.count }
  var last: Item? { items.last }
}
struct Bag<T>: Container { var items: [T] = []; mutating func add(_ item: T) { items.append(item) } }
struct Words: Container { typealias Item = String; var items: [String] = []; mutating func add(_ item: String) { items.append(item + ".") } }
var bag = Bag<Int>(), words = Words()
bag.add(4); bag.add(5); words.add("hi")
func lastOf<C: Container>(_ c: C) -> C.Item? { c.last }
print(bag.count, lastOf(bag)!, lastOf(words)!)
