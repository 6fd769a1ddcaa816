let text = "Hello World"
var counts = [Int](repeating: 0, count: 26)
for c in text.lowercased() where c.isLetter {
  counts[Int(c.asciiValue! - 97)] += 1
}
for (i, n) in counts.enumerated() where n > 1 {
  print(Character(UnicodeScalar(97 + UInt8(i))), n)
}
