func firstRepeat(_ xs: [Int]) -> Int? {
  var seen: Set<Int> = []
  for x in xs {
    if !seen.insert(x).inserted { return x }
  }
  return nil
}
print(firstRepeat([3, 1, 4, 1, 5]) as Any, firstRepeat([1, 2]) as Any)
