final class Stack<Element> {
  private var storage: [Element] = []
  func push(_ e: Element) { storage.append(e) }
  @discardableResult func pop() -> Element? { storage.popLast() }
  var isEmpty: Bool { storage.isEmpty }
}
func reversed<T>(_ xs: [T]) -> [T] {
  let stack = Stack<T>()
  xs.forEach(stack.push)
  var out: [T] = []
  while let x = stack.pop() { out.append(x) }
  return out
}
print(reversed([1, 2, 3]), reversed(["a", "b"]))
