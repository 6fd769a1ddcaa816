func workload() -> Int {
  let numbers = Array(0..<200_000)
  return numbers.map { $0 * 3 }.filter { $0 % 2 == 0 }.reduce(0) { $0 + $1 }
}
