let queue = ["a", "b"]
if let first = queue.first, let last = queue.last {
  print(first, last)
}
var stack = [1, 2, 3]
while let top = stack.popLast() {
  print(top)
}
print(stack)
