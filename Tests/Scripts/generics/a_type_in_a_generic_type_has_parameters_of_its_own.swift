final class List<T> {
  class Node<T> {
    var value: T
    var next: Node<T>?
    init(value: T) { self.value = value }
  }
  typealias Link = Node<T>
  var head: Link?
  func add(_ node: Link) { node.next = head; head = node }
  func add(_ value: T) { add(Link(value: value)) }
  var all: [T] {
    var result: [T] = []
    var next = head
    while let node = next { result.append(node.value); next = node.next }
    return result
  }
}
final class Cache<Key: Hashable> {
  private let order = List<Key>()
  private var nodes: [Key: List<Key>.Node<Key>] = [:]
  func note(_ key: Key) {
    order.add(key)
    guard let first = order.head else { return }
    nodes[key] = first
  }
  var keys: [Key] { order.all.filter { nodes[$0] != nil } }
}
let cache = Cache<String>()
cache.note("a")
cache.note("b")
print(cache.keys)
protocol Empty { init() }
struct Start: Empty { var n = 3 }
class Holder<T: Empty> { var value = T(); let count = 1 }
print(Holder<Start>().value.n)
