func workload() -> Int {
  var groups: [Int: [Int]] = [:]
  for i in 0..<200_000 {
    groups[i % 97, default: []].append(i)
  }
  var total = 0
  for (key, values) in groups {
    total += key * values.count + values[values.count - 1]
  }
  return total
}
