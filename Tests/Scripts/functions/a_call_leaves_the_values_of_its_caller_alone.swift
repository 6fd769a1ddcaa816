struct Clock {
  let ticks: Int
  init() { ticks = 1 }
  init(ticks: Int) { self.ticks = ticks }
  var now: Int { ticks }
  func later(by n: Int) -> Int { ticks + n }
  var isEarly: Bool { ticks < 5 }
  subscript(_ n: Int) -> Double { Double(ticks * n) }
}
final class Counter {
  var count: Int
  init() { count = 4 }
  func next() -> Int { count + 1 }
}
protocol Shape { var sides: Int { get } }
struct Square: Shape { let sides: Int; init() { sides = 4 } }

func clock() -> Clock { Clock(ticks: 7) }
func name() -> String { "key" }
func numbers() -> [Int] { [3, 4] }
func total(_ numbers: [Int]) -> Int { numbers[0] + numbers[1] }
func perhaps(_ n: Int) -> Int? { n > 0 ? n : nil }
func pair() -> (Int, String) { (5, "five") }
func sides<S: Shape>(of shape: S) -> Int { shape.sides }

func property() -> Int { Clock().now }
func returned() -> Int { return Clock().now }
func method() -> Int { Clock().later(by: 2) }
func condition() -> Bool { Clock().isEarly }
func element() -> Double { Clock()[3] }
func made() -> Int { clock().now + Clock().now }
func instance() -> Int { Counter().next() }
func generic() -> Int { sides(of: Square()) }
func argument() -> Int { total(numbers()) }
func same() -> Bool { name() == name() }
func length() -> Int { name().count }
func missing() -> Bool { perhaps(0) == nil }
func alternative() -> Int { perhaps(0) ?? 6 }
func part() -> Int { pair().0 }
func ignored() -> Int { _ = name(); _ = Clock(); return 8 }
func chosen() -> Int { Clock().isEarly ? Clock().now : clock().now }
func looped() -> Int {
  var sum = 0
  for n in 0..<3 { sum += Clock(ticks: n).now }
  return sum
}
func recursive(_ n: Int) -> Int { n == 0 ? Clock().now : recursive(n - 1) + Clock().now }

var counts: [String: Int] = [:]
func count() -> Int { counts[name(), default: 0] += 2; return 9 }
func store() -> Int { counts[name()] = 5; return 10 }

struct Reader {
  var text: String
  var seen: [Int] = []
  init(_ text: String) { self.text = text }
  mutating func read() -> String {
    let mark = property()
    seen.append(mark + length())
    return "\(text)\(mark)\(seen)"
  }
}

func run(_ text: String, _ list: [String], _ change: (Int) -> Int) {
  let a = property(), b = returned(), c = method(), d = condition(), e = element()
  print(text, list, change(1), a, b, c, d, e)
  let f = made(), g = instance(), h = generic(), i = argument(), j = same(), k = length()
  print(text, list, change(2), f, g, h, i, j, k)
  let l = missing(), m = alternative(), n = part(), o = ignored(), p = chosen(), q = looped()
  print(text, list, change(3), l, m, n, o, p, q)
  let r = recursive(3), s = count(), t = store()
  print(text, list, change(4), r, s, t)
}
run("text", ["list"], { $0 * 10 })
let captured = "outer"
let closure = { (text: String) -> String in
  let mark = property()
  return "\(text)\(captured)\(mark)"
}
print(closure("inner"))
var reader = Reader("r")
print(reader.read(), reader.read())
print(counts)
