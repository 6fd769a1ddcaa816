final class Node {
  let value: Int
  var next: Node?
  init(_ value: Int, _ next: Node? = nil) { self.value = value; self.next = next }
}
var head: Node? = nil
for n in [3, 2, 1] { head = Node(n, head) }
var values: [Int] = []
var current = head
while let node = current {
  values.append(node.value)
  current = node.next
}
print(values, head?.next?.next?.value as Any, head?.next?.next?.next == nil)
