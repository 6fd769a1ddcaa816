struct Stack {
  private(set) var items: [Int] = []
  mutating func push(_ n: Int) { items.append(n) }
  mutating func pop() -> Int? { items.popLast() }
  mutating func clear() { self = Stack() }
  var top: Int? { items.last }
}
var stack = Stack()
stack.push(1); stack.push(2)
print(stack.top as Any, stack.pop() as Any, stack.items)
stack.clear()
print(stack.pop() as Any, stack.items.isEmpty)
