func workload() -> Int {
  var seed = 7
  var numbers: [Int] = []
  for _ in 0..<50_000 {
    seed = (seed * 1103 + 12345) % 65536
    numbers.append(seed)
  }
  let sorted = numbers.sorted { $0 > $1 }
  return sorted[100] * 3 + sorted[40_000]
}
