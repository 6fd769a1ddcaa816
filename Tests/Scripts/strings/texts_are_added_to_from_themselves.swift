var s = "ab"
s += "\(s)-\(s)"
print(s)
s = "<\(s)>"
print(s)
s += s
print(s, s.count)

func grow(_ text: inout String, by count: Int) {
  for index in 0..<count { text += "\(text.count):\(index)," }
}
var grown = ""
grow(&grown, by: 12)
print(grown)

var numbers = ""
for number in [0, 7, -1, 10, -10, 99, 100, Int.max, Int.min, 1_000_000_007] {
  numbers += "[\(number)]"
  numbers += "\(number)"
  numbers += "\(number)\(number) "
}
print(numbers)

var accents = "é"
for index in -2...2 { accents += "ü\(index)ß\(accents.count)" }
print(accents, accents.count, accents.utf8.count)

struct Log {
  var text = ""
  var lines = 0

  mutating func add(_ value: Int) {
    lines += 1
    text += "\(lines). \(value) of \(text.count)\n"
  }
}
var log = Log()
for value in stride(from: -300, to: 500, by: 200) { log.add(value) }
let copy = log
log.add(1)
print(log.text, copy.text.count, log.text.count)

func next(_ counter: inout Int) -> Int {
  counter += 1
  return counter
}
var counter = 0
var order = ""
order += "\(next(&counter)) \(counter) \(next(&counter)) \(counter)"
print(order)

var pieces: [String] = ["x"]
pieces[0] += "\(pieces[0])\(pieces.count)"
pieces.append("\(pieces)")
print(pieces)
let small: Int8 = -128
let large: UInt64 = .max
print("\(small)\(large)" + "\(true)\(1.5)\(Double(3))")
