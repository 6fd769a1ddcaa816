func workload() -> Int {
  var text = ""
  for i in 0..<100_000 {
    text += "item \(i), "
  }
  return text.utf8.count
}
