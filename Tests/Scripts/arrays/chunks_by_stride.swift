let xs = Array(1...10)
let chunks = stride(from: 0, to: xs.count, by: 3).map { start in
  Array(xs[start..<min(start + 3, xs.count)])
}
print(chunks)
print(chunks.map(\.count))
