struct Multiset<Element: Hashable> { typealias Key = Element; typealias Item = Int
  private var counts: [Element: Int] = [:]
  mutating func insert(_ e: Element) { counts[e, default: 0] += 1 }
  func count(of e: Key) -> Int { counts[e] ?? 0 } }
let e: Multiset<Int>.Key = 5
let k: Multiset<String>.Key = "k"
var m = Multiset<Int>(); m.insert(e); m.insert(5)
print(m.count(of: e), k)
func f(_ x: Multiset<Int>.Key) -> [Multiset<Int>.Key] { [x, x] }
print(f(2), "\(type(of: e))")
struct Bag<T>: Collection { typealias Element = T; typealias Index = Int
  var items: [T]; var startIndex: Int { 0 }; var endIndex: Int { items.count }
  func index(after i: Int) -> Int { i + 1 }; subscript(i: Int) -> T { items[i] } }
let b: Bag<Double>.Element = 2; print(b, Bag(items: [1, 2]).count)
extension Bag { static func of(_ xs: Element...) -> Bag { Bag(items: xs) } }
print(Bag.of(1, 2, 3).map { $0 * 2 }, Array<Int>.Element.self, [String].Index.self, Dictionary<String, Int>.Key.self, Bag<Int>.Element.self)
print(((Int) -> String).self, (Int, String).self, [Int]?.self, (() -> Void).self, ((Int, Int) throws -> String).self)
let h: (Int) -> Int = { $0 }
print("\(type(of: h))", Int?.self, [String: [Int]].self)
