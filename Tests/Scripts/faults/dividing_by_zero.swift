func average(_ xs: [Int]) -> Int {
  xs.reduce(0, +) / xs.count
// fault: Division by zero
}
print(average([2, 4]))
print(average([]))
