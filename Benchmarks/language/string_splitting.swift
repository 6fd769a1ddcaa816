func workload() -> Int {
  let line = "the quick brown fox jumps over the lazy dog and runs away"
  var words = 0
  for _ in 0..<5_000 {
    for word in line.split(separator: " ") {
      words += word.count
    }
  }
  return words
}
