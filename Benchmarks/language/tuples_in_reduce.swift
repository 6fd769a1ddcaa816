func workload() -> Int {
  let numbers = (0..<200_000).map { $0 * 7919 % 10_007 }
  let range = numbers.reduce((low: Int.max, high: Int.min)) {
    (low: min($0.low, $1), high: max($0.high, $1))
  }
  let sums = numbers.reduce((0, 0)) { ($0.0 + $1, $0.1 + 1) }
  return range.low + range.high + sums.0 / sums.1
}
