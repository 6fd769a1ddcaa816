indirect enum List<Element> {
  case empty
  case cons(Element, List)

  init(_ elements: [Element]) {
    self = .empty
    for element in elements.reversed() { self = .cons(element, self) }
  }

  var head: Element? {
    if case .cons(let value, _) = self { value } else { nil }
  }

  var tail: List {
    if case .cons(_, let rest) = self { rest } else { .empty }
  }

  func map<T>(_ f: (Element) -> T) -> List<T> {
    switch self {
    case .empty: return .empty
    case .cons(let value, let rest): return .cons(f(value), rest.map(f))
    }
  }

  func reversed() -> List {
    var result = List.empty, current = self
    while case .cons(let value, let rest) = current {
      result = .cons(value, result)
      current = rest
    }
    return result
  }
}

extension List: Sequence {
  func makeIterator() -> AnyIterator<Element> {
    var current = self
    return AnyIterator {
      guard case .cons(let value, let rest) = current else { return nil }
      current = rest
      return value
    }
  }
}

final class LinkedList<Element> {
  final class Node {
    var value: Element
    var next: Node?
    init(_ value: Element) { self.value = value }
  }

  private(set) var first: Node?
  private var last: Node?
  private(set) var count = 0

  func append(_ value: Element) {
    let node = Node(value)
    if let last { last.next = node } else { first = node }
    last = node
    count += 1
  }

  func reverse() {
    var previous: Node? = nil
    var current = first
    last = first
    while let node = current {
      current = node.next
      node.next = previous
      previous = node
    }
    first = previous
  }

  func remove(where matches: (Element) -> Bool) {
    while let node = first, matches(node.value) {
      first = node.next
      count -= 1
    }
    var current = first
    while let node = current {
      while let next = node.next, matches(next.value) {
        node.next = next.next
        count -= 1
      }
      if node.next == nil { last = node }
      current = node.next
    }
    if first == nil { last = nil }
  }

  var values: [Element] {
    var result: [Element] = []
    var node = first
    while let current = node {
      result.append(current.value)
      node = current.next
    }
    return result
  }
}

let list = List([1, 2, 3, 4])
print(Array(list), list.head!, list.tail.head!, Array(list.reversed()))
print(Array(list.map { "n\($0)" }), list.reduce(0, +), list.contains(3))
let longer = List.cons(0, list)
print(Array(longer), Array(list), List<Int>.empty.head as Any)

let linked = LinkedList<String>()
for word in ["a", "b", "c", "b", "d"] { linked.append(word) }
print(linked.values, linked.count)
linked.reverse()
print(linked.values, linked.first!.value)
linked.remove { $0 == "b" || $0 == "d" }
linked.append("z")
print(linked.values, linked.count)
