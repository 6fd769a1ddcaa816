enum Switch {
  case off, low, high
  mutating func next() {
    switch self {
    case .off: self = .low
    case .low: self = .high
    case .high: self = .off
    }
  }
}
var s = Switch.off
for _ in 0..<4 { s.next(); print(s, terminator: " ") }
print()
