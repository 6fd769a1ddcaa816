final class Node<Key: Comparable, Value> {
  var key: Key
  var value: Value
  var left: Node?, right: Node?
  init(_ key: Key, _ value: Value) {
    self.key = key
    self.value = value
  }
}

struct TreeMap<Key: Comparable, Value> {
  private var root: Node<Key, Value>?
  private(set) var count = 0

  subscript(key: Key) -> Value? {
    get {
      var node = root
      while let current = node {
        if key == current.key { return current.value }
        node = key < current.key ? current.left : current.right
      }
      return nil
    }
    set {
      if let newValue {
        root = insert(key, newValue, into: root)
      } else {
        root = remove(key, from: root)
      }
    }
  }

  private mutating func insert(_ key: Key, _ value: Value, into node: Node<Key, Value>?) -> Node<Key, Value> {
    guard let node else {
      count += 1
      return Node(key, value)
    }
    if key < node.key {
      node.left = insert(key, value, into: node.left)
    } else if key > node.key {
      node.right = insert(key, value, into: node.right)
    } else {
      node.value = value
    }
    return node
  }

  private mutating func remove(_ key: Key, from node: Node<Key, Value>?) -> Node<Key, Value>? {
    guard let node else { return nil }
    if key < node.key {
      node.left = remove(key, from: node.left)
    } else if key > node.key {
      node.right = remove(key, from: node.right)
    } else {
      guard let right = node.right else { count -= 1; return node.left }
      guard node.left != nil else { count -= 1; return right }
      var smallest = right
      while let next = smallest.left { smallest = next }
      node.key = smallest.key
      node.value = smallest.value
      node.right = remove(smallest.key, from: right)
    }
    return node
  }

  var depth: Int {
    func depth(_ node: Node<Key, Value>?) -> Int { node.map { 1 + max(depth($0.left), depth($0.right)) } ?? 0 }
    return depth(root)
  }

  func forEach(_ body: (Key, Value) -> Void) {
    func visit(_ node: Node<Key, Value>?) {
      guard let node else { return }
      visit(node.left)
      body(node.key, node.value)
      visit(node.right)
    }
    visit(root)
  }

  var keys: [Key] {
    var keys: [Key] = []
    forEach { key, _ in keys.append(key) }
    return keys
  }
}

var map = TreeMap<Int, String>()
for n in [50, 30, 70, 20, 40, 60, 80, 35, 45, 65] { map[n] = "v\(n)" }
print(map.count, map.depth, map.keys)
print(map[40] ?? "-", map[41] ?? "-")
map[40] = "forty"
print(map[40]!, map.count)
for gone in [20, 70, 50, 99] {
  map[gone] = nil
  print("without \(gone):", map.keys, map.count)
}
var words = TreeMap<String, Int>()
for word in "a rose is a rose is a rose".split(separator: " ") {
  words[String(word)] = (words[String(word)] ?? 0) + 1
}
words.forEach { print($0, $1) }
