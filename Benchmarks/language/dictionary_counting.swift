func workload() -> Int {
  var counts: [Int: Int] = [:]
  var seed = 1
  for _ in 0..<200_000 {
    seed = (seed * 1103 + 12345) % 65536
    counts[seed % 1000, default: 0] += 1
  }
  var most = 0
  for (_, count) in counts where count > most { most = count }
  return most + counts.count
}
