final class LRUCache<Key: Hashable, Value> {
  private final class Node {
    let key: Key
    var value: Value
    var next: Node?
    weak var previous: Node?
    init(_ key: Key, _ value: Value) {
      self.key = key
      self.value = value
    }
  }

  private let capacity: Int
  private var nodes: [Key: Node] = [:]
  private var head: Node?
  private var tail: Node?
  private(set) var hits = 0, misses = 0

  init(capacity: Int) { self.capacity = capacity }

  var count: Int { nodes.count }

  private func unlink(_ node: Node) {
    if let previous = node.previous { previous.next = node.next } else { head = node.next }
    if let next = node.next { next.previous = node.previous } else { tail = node.previous }
    node.next = nil
    node.previous = nil
  }

  private func pushFront(_ node: Node) {
    node.next = head
    head?.previous = node
    head = node
    if tail == nil { tail = node }
  }

  subscript(key: Key) -> Value? {
    get {
      guard let node = nodes[key] else {
        misses += 1
        return nil
      }
      hits += 1
      unlink(node)
      pushFront(node)
      return node.value
    }
    set {
      if let node = nodes[key] {
        unlink(node)
        nodes[key] = nil
      }
      guard let newValue else { return }
      if nodes.count == capacity, let last = tail {
        unlink(last)
        nodes[last.key] = nil
      }
      let node = Node(key, newValue)
      nodes[key] = node
      pushFront(node)
    }
  }

  var keysByRecency: [Key] {
    var keys: [Key] = []
    var node = head
    while let current = node {
      keys.append(current.key)
      node = current.next
    }
    return keys
  }
}

let cache = LRUCache<String, Int>(capacity: 3)
cache["a"] = 1
cache["b"] = 2
cache["c"] = 3
print(cache.keysByRecency)
print(cache["a"] ?? -1)
print(cache.keysByRecency)
cache["d"] = 4
print(cache.keysByRecency, cache["b"] ?? -1)
cache["c"] = 33
print(cache.keysByRecency, cache["c"]!)
cache["a"] = nil
print(cache.keysByRecency, cache.count)
print("hits \(cache.hits), misses \(cache.misses)")

let slow = LRUCache<Int, Int>(capacity: 50)
func collatz(_ n: Int) -> Int {
  if n == 1 { return 0 }
  if let known = slow[n] { return known }
  let steps = 1 + collatz(n % 2 == 0 ? n / 2 : 3 * n + 1)
  slow[n] = steps
  return steps
}
print((1...12).map(collatz))
print(slow.count <= 50, slow.hits > 0)
