struct Queue<Element> {
  private var items: [Element] = []
  var count: Int { items.count }
  mutating func enqueue(_ item: Element) { items.append(item) }
  mutating func dequeue() -> Element? { items.isEmpty ? nil : items.removeFirst() }
}
var q = Queue<String>()
q.enqueue("a"); q.enqueue("b")
print(q.dequeue() ?? "-", q.count, q.dequeue() ?? "-", q.dequeue() ?? "-")
var numbers = Queue<Int>()
numbers.enqueue(5)
print(numbers.dequeue()! + 1)
