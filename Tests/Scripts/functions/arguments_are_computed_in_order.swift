var log: [String] = []
func note<T>(_ name: String, _ value: T) -> T {
  log.append(name)
  return value
}
func flush() {
  print(log.joined(separator: " "))
  log = []
}

func numbers() {
  var n = 1
  func next() -> Int {
    n += 1
    return n
  }
  print(max(n, next()), min(next(), n), abs(n - next() * 2), n)
  var list = [5, 6, 7]
  list.insert(next(), at: list.count - 1)
  list.swapAt(note("first", 0), note("second", list.count - 1))
  list.append(list.removeLast() + list.count)
  print(list, list.firstIndex(of: n) ?? -1, list.contains(next()), n)
  let text = "value \(n)"
  print(text.hasPrefix(note("prefix", "val")), text.hasSuffix("\(n)"), text.hasSuffix("e"))
  var words = ["a", "b", "c"]
  words.append(words.remove(at: 0) + String(words.count))
  print(words, words.last ?? "none", words.first!)
}
numbers()
flush()

struct Stack<Element> {
  private var items: [Element] = []
  private(set) var pops = 0

  init(_ items: Element...) {
    self.items = items
    if items.isEmpty { return }
    pops = note("made", 0)
  }

  mutating func push(_ item: Element) -> Int {
    items.append(item)
    return items.count
  }

  mutating func pop() -> Element? {
    pops += 1
    return items.popLast()
  }

  var top: Element? { items.last }
  subscript(index: Int) -> Element {
    get { items[index] }
    set { items[index] = newValue }
  }
}
var stack = Stack(1, 2, 3)
print(stack.push(stack.pop()! * 10), stack.top ?? 0, stack.pops)
stack[note("index", 0)] = note("value", stack[1] + stack.pop()!)
print(stack, stack.top!, stack.pop() ?? -1, stack.pop() ?? -1, stack.pop() ?? -1)
flush()

class Shape {
  let name: String
  var area: Double { 0 }
  init(name: String) {
    self.name = note("shape", name)
  }
  convenience init() { self.init(name: note("default", "shape")) }
}
final class Square: Shape {
  var side: Double
  override var area: Double { side * side }
  init(side: Double, _ label: String = "square") {
    self.side = note("side", side)
    super.init(name: label + " \(Int(side))")
    guard side > 1 else { return }
    self.side += 0.5
  }
}
let shapes = [Shape(), Square(side: 1), Square(side: 2, "big"), Shape(name: "point")]
for shape in shapes { print(shape.name, shape.area) }
flush()

enum Token: Equatable {
  case number(Int), word(String), end
  init(_ text: Substring) {
    if let value = Int(text) {
      self = .number(value)
      return
    }
    self = text.isEmpty ? .end : .word(String(text))
  }
}
print("12 ab 7".split(separator: " ").map(Token.init), Token(""), Token("x") == .word("x"))

func tuple(_ n: Int) -> (Int, [Int], String?) {
  var n = n
  let made = (n, [n, note("inner", n + 1)], n > 1 ? "many" : nil)
  n = 0
  return made
}
print(tuple(1), tuple(2))
var pair = (1, 2)
pair = (pair.1, pair.0)
var (x, y) = (10, 20)
(x, y) = (y, x + y)
print(pair, x, y)
flush()

var shared = [1, 2, 3]
let before = shared
let taken = shared.removeLast() + shared.count
var nested = [[1, 2], [3]]
nested[0].append(nested[1].removeFirst() + nested[0].popLast()!)
print(shared, before, taken, nested)
func change(_ list: inout [Int], by amount: Int) -> Int {
  list.removeAll { $0 == amount }
  return list.count
}
print(change(&shared, by: shared[0]), shared)
var optional: Int? = 4
let forced = optional! + (optional ?? 0)
optional = nil
print(forced, optional ?? note("fallback", 9), optional.map { $0 + 1 } ?? -1)
flush()

func own() {
  var text = "ab"
  text.append(text)
  text.insert(contentsOf: text, at: text.startIndex)
  text.removeAll { $0 == "a" }
  var list = [1, 2]
  list.append(contentsOf: list)
  list.insert(list.removeLast(), at: 0)
  list.replaceSubrange(0..<1, with: list)
  var any: [Any] = [1]
  any.append(any)
  any.insert(any, at: 0)
  var seen: Set = [1, 2]
  seen.formUnion(seen)
  seen.subtract(seen)
  print(text, list, any.count, seen)
}
own()
var globalText = "xy"
globalText.append(globalText)
var globalList = [[1], [2, 3]]
globalList[1].append(contentsOf: globalList[1])
globalList[0] = globalList.removeLast()
print(globalText, globalList)
