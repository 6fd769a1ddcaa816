struct Stack {
  private var items: [Int] = []
  mutating func push(_ n: Int) { items.append(n) }
  mutating func pop() -> Int {
    defer { print("popped") }
    return items.removeLast()
// fault: Can't remove last element from an empty collection
  }
}
var stack = Stack()
stack.push(1)
print(stack.pop())
print(stack.pop())
