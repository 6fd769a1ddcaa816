var s = "a"; s += "bcd".dropFirst(); print(s)
var sub = "xyz".prefix(2); sub += "!"; print(sub)
s += ["q", "r"] as [Character]; print(s)
var set: Set = [1, 2, 3]
if let i = set.firstIndex(of: 2) { print(set[i], set.remove(at: i)); print(set.sorted()) }
let ix: Set<Int>.Index = set.startIndex
print(set[ix] > 0, set.index(after: ix) != set.endIndex)
struct Box { var d = ["a": 1, "b": 2]; var keys: Dictionary<String, Int>.Keys { d.keys }; var values: Dictionary<String, Int>.Values { d.values } }
print(Box().keys.sorted(), Box().values.reduce(0, +), Box().keys.contains("a"), Box().keys.count)
func sum(_ v: [String: Int].Values) -> Int { v.reduce(0, +) }
print(sum(["x": 5].values))
func shuffleLike<C: MutableCollection & RandomAccessCollection>(_ c: inout C) { c.swapAt(c.startIndex, c.index(before: c.endIndex)) }
var arr = [1, 2, 3]; shuffleLike(&arr); print(arr)
struct Ring<T>: MutableCollection, RandomAccessCollection { var items: [T]; var startIndex: Int { 0 }; var endIndex: Int { items.count }; func index(after i: Int) -> Int { i + 1 }; subscript(i: Int) -> T { get { items[i] } set { items[i] = newValue } } }
var ring = Ring(items: [1, 2, 3, 4]); ring.swapAt(0, 3); print(ring.items, Array(ring.indices), ring.indices.count); shuffleLike(&ring); print(ring.items)
ring.sort(by: >); print(ring.items); ring.reverse(); print(ring.items)
struct Chain: Collection { let a: [Int]; var startIndex: Int { 0 }; var endIndex: Int { a.count }; func index(after i: Int) -> Int { i + 1 }; subscript(i: Int) -> Int { a[i] } }
for i in Chain(a: [5, 6]).indices { print(i, terminator: " ") }; print(Chain(a: [1, 2]).firstIndex(where: { $0 == 2 }) ?? -1)
for i in s.indices where s[i] == "b" { print(s.distance(from: s.startIndex, to: i)) }
extension MutableCollection { mutating func mapInPlace(_ f: (Element) -> Element) { for i in indices { self[i] = f(self[i]) } } }
var nums = [1, 2]; nums.mapInPlace { $0 * 2 }; print(nums)
var dict = ["a": 1]; if let i = dict.index(forKey: "a") { print(dict[i].key, dict.remove(at: i).value, dict.count) }
print([3, 1].index(after: 0), zip([1, 2].indices, "ab").map { "\($0)\($1)" }, "abc".indices.count)
var v = ["b": 2]; print(v); v.merge(["c": 1]) { $1 }; print(v.count)
var t = "hello"; t.removeSubrange(t.startIndex..<t.index(t.startIndex, offsetBy: 2)); t.insert(contentsOf: "he", at: t.startIndex); print(t)
let cs: Set<Character> = Set("abc"); print(cs.isSuperset(of: "ab"), "x" + "abc".suffix(1), "abc".prefix(1) + "z")
print([1, 2, 3].firstIndex { $0 > 1 }!, [1, 2, 3, 4].lastIndex(where: { $0 < 3 })!)
