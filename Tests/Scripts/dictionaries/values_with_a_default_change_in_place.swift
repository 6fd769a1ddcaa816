struct P: Hashable { var x: Int; var items: [Int] = [] }
func noisy<T>(_ s: String, _ v: T) -> T { print(s); return v }
func f() {
  var d: [Int: [Int]] = [:]
  for i in 0..<10 { d[i % 3, default: []].append(i) }
  print(d.keys.sorted().map { "\($0): \(d[$0]!)" })
  let copy = d
  d[0, default: []].append(100)
  d[7, default: [1, 2]].append(3)
  print(copy[0]!, d[0]!, copy[7] as Any, d[7]!)
  var n: [String: [Int: [Int]]] = [:]
  for i in 0..<6 { n["k\(i % 2)", default: [:]][i % 3, default: []].append(i) }
  for k in n.keys.sorted() { print(k, n[k]!.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }) }
  var s: [String: P] = [:]
  s["a", default: P(x: 1)].x += 5
  s["a", default: P(x: 1)].items.append(3)
  s["b", default: P(x: 2)].items.append(4)
  print(s["a"]!, s["b"]!)
  var a = [[1: "x"], [2: "y"]]
  let b = a
  a[0][5, default: "new"] += "!"
  a[0][1, default: "new"] += "!"
  a[1][2, default: "new"].append("?")
  print(a[0][5]!, a[0][1]!, a[1][2]!, b[0][5] as Any, b[0][1]!, b[1][2]!)
  var e: [Int: Set<String>] = [:]
  print(e[1, default: []].insert("q").inserted, e[1, default: []].insert("q").inserted)
  print(e)
  d[noisy("key", 9), default: noisy("default", [0])].append(noisy("value", 8))
  d[noisy("key", 9), default: noisy("default", [0])].append(noisy("value", 7))
  print(d[9]!)
  var o: [Int: Int?] = [:]
  o[1, default: nil] = 4
  o[2, default: 5]? += 1
  print(o[1] as Any, o[2] as Any)
  var m: [Int: [Int]] = [1: [3, 1, 2]]
  m[1, default: []].sort()
  m[2, default: [9, 8]].sort()
  m[1, default: []][0] += 10
  m[1, default: []] += [4, 5]
  print(m[1]!, m[2]!)
  var words: [Character: [String]] = [:]
  for w in ["apple", "avocado", "banana"] { words[w.first!, default: []].append(w) }
  print(words["a"]!, words["b"]!)
  var t: [Int: (sum: Int, names: [String])] = [:]
  t[1, default: (0, [])].sum += 4
  t[1, default: (0, [])].names.append("x")
  print(t[1]!)
  var pd: [P: [Int]] = [:]
  pd[P(x: 1), default: []].append(1)
  pd[P(x: 1), default: []].append(2)
  print(pd)
}
f()
final class C { var d: [Int: [String]] = [:]; var count = 0
  func add(_ k: Int, _ v: String) { d[k, default: []].append(v); d[k, default: []].append(v + "!") }
  lazy var z: [Int: [Int]] = [:] }
let c = C(); c.add(1, "a"); c.add(2, "b"); c.add(1, "c")
print(c.d[1]!, c.d[2]!)
c.z[1, default: []].append(5); print(c.z)
var g: [Int: [Int]] = [:]
for i in 0..<10 { g[i % 3, default: []].append(i) }
print(g[0]!, g[1]!, g[2]!)
func addTo(_ d: inout [Int: [Int]]) { d[0, default: []].append(-1); d[50, default: []].append(-1) }
addTo(&g); print(g[0]!, g[50]!)
let add = { (k: Int) in g[k, default: [7]].append(k) }
add(0); add(60); print(g[0]!, g[60]!)
