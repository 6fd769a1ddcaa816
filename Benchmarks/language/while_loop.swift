func workload() -> Int {
  var i = 0
  var sum = 0
  while i < 2_000_000 {
    sum = sum + i * 2
    i = i + 1
  }
  return sum
}
