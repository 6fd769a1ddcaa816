func minMax(_ xs: [Int]) -> (min: Int, max: Int)? {
  guard var low = xs.first else { return nil }
  var high = low
  for x in xs {
    if x < low { low = x }
    if x > high { high = x }
  }
  return (low, high)
}
if let bounds = minMax([3, 9, -2]) { print(bounds.min, bounds.max) }
print(minMax([]) as Any)
print(minMax([5])!)
