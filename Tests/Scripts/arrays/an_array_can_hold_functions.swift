let operations: [(Int, Int) -> Int] = [(+), (-), (*), { a, b in a * 10 + b }]
for operation in operations {
  print(operation(6, 3))
}
let steps: [(String, (Double) -> Double)] = [("half", { $0 / 2 }), ("square", { $0 * $0 })]
print(steps.reduce(10.0) { value, step in
  let next = step.1(value)
  print(step.0, next)
  return next
})
