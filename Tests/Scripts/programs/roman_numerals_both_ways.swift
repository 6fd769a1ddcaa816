enum Roman {
  static let table: [(value: Int, text: String)] = [
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
  ]

  static func encode(_ number: Int) -> String? {
    guard (1..<4000).contains(number) else { return nil }
    var rest = number, result = ""
    for (value, text) in table {
      let (times, remainder) = rest.quotientAndRemainder(dividingBy: value)
      result += String(repeating: text, count: times)
      rest = remainder
    }
    return result
  }

  static func decode(_ text: String) -> Int? {
    let values: [Character: Int] = ["I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000]
    var total = 0, previous = 0
    for c in text.uppercased().reversed() {
      guard let value = values[c] else { return nil }
      total += value < previous ? -value : value
      previous = max(previous, value)
    }
    return encode(total) == text.uppercased() ? total : nil
  }
}

for n in [1, 4, 9, 14, 40, 90, 400, 1066, 1994, 2024, 3999] {
  print(n, Roman.encode(n)!, Roman.decode(Roman.encode(n)!)!)
}
print(Roman.encode(0) as Any, Roman.encode(4000) as Any)
print(Roman.decode("mcmxciv") as Any, Roman.decode("IIII") as Any, Roman.decode("ABC") as Any)
print((1...3999).allSatisfy { Roman.decode(Roman.encode($0)!) == $0 })
let longest = (1...3999).map { ($0, Roman.encode($0)!) }.max { $0.1.count < $1.1.count }!
print(longest.0, longest.1)
let years = ["MDCCLXXVI": "independence", "MCMLXIX": "moon landing", "MMVII": "a telephone"]
for (roman, event) in years.sorted(by: { Roman.decode($0.key)! < Roman.decode($1.key)! }) {
  print("\(Roman.decode(roman)!): \(event)")
}
