@discardableResult
func push(_ n: Int, on stack: inout [Int]) -> Int {
  stack.append(n)
  return stack.count
}
var stack: [Int] = []
push(4, on: &stack)
print(push(5, on: &stack))
_ = push(6, on: &stack)
print(stack)
