let words = ["to", "be", "or", "not", "to", "be"]
let counts = words.reduce(into: [String: Int]()) { $0[$1, default: 0] += 1 }
print(counts.sorted { $0.key < $1.key }.map { "\($0.key)\($0.value)" })
let (even, odd) = (1...6).reduce(into: ([Int](), [Int]())) { acc, n in
  if n % 2 == 0 { acc.0.append(n) } else { acc.1.append(n) }
}
print(even, odd)
print(["a", "b"].reduce("") { $0 + $1.uppercased() })
