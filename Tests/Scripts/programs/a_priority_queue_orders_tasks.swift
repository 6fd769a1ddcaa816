struct Heap<Element> {
  private var elements: [Element] = []
  private let precedes: (Element, Element) -> Bool

  init(by precedes: @escaping (Element, Element) -> Bool) { self.precedes = precedes }

  var isEmpty: Bool { elements.isEmpty }
  var count: Int { elements.count }
  var first: Element? { elements.first }

  mutating func insert(_ element: Element) {
    elements.append(element)
    var child = elements.count - 1
    while child > 0 {
      let parent = (child - 1) / 2
      guard precedes(elements[child], elements[parent]) else { break }
      elements.swapAt(child, parent)
      child = parent
    }
  }

  mutating func removeFirst() -> Element? {
    guard let top = elements.first else { return nil }
    let last = elements.removeLast()
    if !elements.isEmpty {
      elements[0] = last
      var parent = 0
      while true {
        var best = parent
        for child in [2 * parent + 1, 2 * parent + 2] where child < elements.count {
          if precedes(elements[child], elements[best]) { best = child }
        }
        if best == parent { break }
        elements.swapAt(parent, best)
        parent = best
      }
    }
    return top
  }
}

extension Heap where Element: Comparable {
  init() { self.init(by: <) }
}

extension Heap: Sequence, IteratorProtocol {
  mutating func next() -> Element? { removeFirst() }
}

var numbers = Heap<Int>()
for n in [5, 3, 8, 1, 9, 2, 7] { numbers.insert(n) }
print(numbers.first!, numbers.count)
print(numbers.map { $0 })
print(numbers.count)

struct Task {
  let name: String
  let priority: Int
  let order: Int
}
var tasks = Heap<Task> { a, b in
  a.priority == b.priority ? a.order < b.order : a.priority > b.priority
}
for (order, (name, priority)) in [("mail", 1), ("fire", 10), ("lunch", 5), ("call", 5), ("nap", 0)].enumerated() {
  tasks.insert(Task(name: name, priority: priority, order: order))
}
while let task = tasks.removeFirst() {
  print(task.priority, task.name)
}

func heapSorted<T: Comparable>(_ xs: [T]) -> [T] {
  var heap = Heap<T>()
  xs.forEach { heap.insert($0) }
  return Array(heap)
}
print(heapSorted(["pear", "fig", "apple", "kiwi"]), heapSorted([2.5, -1, 0]))
