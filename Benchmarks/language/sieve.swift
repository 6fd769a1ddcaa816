func workload() -> Int {
  let limit = 300_000
  var isPrime = [Bool](repeating: true, count: limit + 1)
  var count = 0
  var candidate = 2
  while candidate <= limit {
    if isPrime[candidate] {
      count += 1
      var multiple = candidate * 2
      while multiple <= limit {
        isPrime[multiple] = false
        multiple += candidate
      }
    }
    candidate += 1
  }
  return count
}
