func largest(_ xs: [Int]) -> Int {
  return xs.max()!
// fault: Unexpectedly found nil while unwrapping an Optional value
}
print(largest([3, 5]))
print(largest([]))
