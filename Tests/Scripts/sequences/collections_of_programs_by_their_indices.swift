// own collections
struct Stack<Element>: Collection, ExpressibleByArrayLiteral {
  private var items: [Element] = []
  init(arrayLiteral elements: Element...) { items = elements }
  var startIndex: Int { items.startIndex }
  var endIndex: Int { items.endIndex }
  func index(after i: Int) -> Int { items.index(after: i) }
  subscript(i: Int) -> Element { items[i] }
}
let s: Stack = [3, 1, 2, 5]
print(s.count, s.first!, s.isEmpty, s.prefix(2).map { $0 }, Array(s.suffix(2)), Array(s.dropFirst()), Array(s.dropLast(2)))
print(s[1...].map { $0 * 2 }, s[..<2].count, Array(s[1..<3]), s.firstIndex(of: 2)!, s.contains(5), s.sorted(), s.max()!, s.min()!)
print(s.split(separator: 1).map { Array($0) }, s.prefix(while: { $0 != 2 }).count, Array(s.drop(while: { $0 > 2 })), s.indices.map { $0 }, s.reversed())
print(s.enumerated().map { $0 + $1 }, zip(s, s.dropFirst()).map { $0 - $1 }, s.reduce(0, +), s.map(String.init).joined(separator: "-"), s.lazy.map { $0 * 10 }.first!)
var it = s.makeIterator(); print(it.next()!, it.next()!, it.next()!, it.next()!, it.next() as Any)
for (i, x) in s.enumerated() where x > 2 { print(i, x) }
print(type(of: s.prefix(2)), type(of: s.indices), type(of: s.makeIterator()))

struct Ring<T>: RandomAccessCollection, MutableCollection, RangeReplaceableCollection {
  var a: [T] = []
  init() {}
  var startIndex: Int { 0 }
  var endIndex: Int { a.count }
  subscript(i: Int) -> T { get { a[i] } set { a[i] = newValue } }
  mutating func replaceSubrange<C: Collection>(_ r: Range<Int>, with c: C) where C.Element == T { a.replaceSubrange(r, with: c) }
}
var r = Ring<Int>(); r.append(3); r.append(contentsOf: [1, 2]); r.insert(9, at: 0); print(r.a)
r.sort(); print(r.a); r.swapAt(0, 3); print(r.a); r.remove(at: 1); print(r.a, r.removeFirst(), r.a, r.popLast()!, r.a); r += [4, 5, 6]; print(r.a, r.last!, r.reversed().map { $0 })
r.removeAll { $0 % 2 == 0 }; print(r.a, Ring(repeating: 1, count: 3).a, Ring([1, 2]).a, (r + [7]).a, r.filter { $0 > 3 }.a, type(of: r.filter { $0 > 3 }))
r.removeSubrange(0..<1); r.reverse(); r.shuffle(); print(r.count, r.indices, r.isEmpty, r.index(before: 1), r.firstIndex { $0 == 5 } ?? -1, r.lastIndex(of: 5) ?? -1, r.distance(from: 0, to: 1)); r.removeAll(); print(r.count)
r = [1, 2, 3].reduce(into: Ring()) { $0.append($1) }; r[0...1] = Ring([7, 8, 9])[0..<2]; print(r.a); print(r[1...].map { $0 }, r.partition { $0 > 7 }, r.a.count)
print(r.elementsEqual([1]), r.last(where: { $0 > 1 }) as Any, r.randomElement() != nil, r.min()!, r.index(0, offsetBy: 2), r.index(0, offsetBy: 5, limitedBy: 3) as Any)
struct Chars: BidirectionalCollection {
  struct Index: Comparable { var n: Int; static func < (a: Index, b: Index) -> Bool { a.n < b.n } }
  let s: [Character]
  var startIndex: Index { Index(n: 0) }
  var endIndex: Index { Index(n: s.count) }
  func index(after i: Index) -> Index { Index(n: i.n + 1) }
  func index(before i: Index) -> Index { Index(n: i.n - 1) }
  subscript(i: Index) -> Character { s[i.n] }
}
let c = Chars(s: Array("hello")); print(String(c), String(c.reversed()), c.last!, c.index(c.endIndex, offsetBy: -2).n, String(c.suffix(3)), c[c.firstIndex(of: "l")!], c.indices.map(\.n), c.distance(from: c.endIndex, to: c.startIndex), c.joined_())
extension Collection { func joined_() -> String { map { "\($0)" }.joined(separator: "|") } }
extension Sequence where Element: Numeric { func total() -> Element { reduce(0, +) } }
print(s.total(), (1...4).total(), r.total(), Set([1, 2]).total(), [1.5, 2].total(), s.lazy.map { $0 }.total(), zip(s, s).map { $0 * $1 }.total())
func sumAll<S: Sequence>(_ s: S) -> Int where S.Element == Int { var t = 0; for x in s { t += x }; return t }
print(sumAll(s), sumAll(r), sumAll(1...3), sumAll(s.prefix(2)), sumAll([1, 2].reversed()), sumAll(sequence(first: 1) { $0 < 4 ? $0 + 1 : nil }))
func mid<C: Collection>(_ c: C) -> C.Element? { c.isEmpty ? nil : c[c.index(c.startIndex, offsetBy: c.count / 2)] }
print(mid(s)!, mid("swift")!, mid(r)!, mid(1..<6)!, mid([Int]()) as Any)
func binarySearch<C: RandomAccessCollection>(_ c: C, _ x: C.Element) -> C.Index? where C.Element: Comparable {
  var lo = c.startIndex, hi = c.endIndex
  while lo < hi { let m = c.index(lo, offsetBy: c.distance(from: lo, to: hi) / 2); if c[m] == x { return m } else if c[m] < x { lo = c.index(after: m) } else { hi = m } }
  return nil
}
print(binarySearch([1, 3, 5, 7], 5)!, binarySearch([1, 3, 5][1...], 5)!, binarySearch(r, 7) as Any)
