protocol Cache<Key, Value> { associatedtype Key: Hashable; associatedtype Value; mutating func value(for key: Key) -> Value?; mutating func insert(_ value: Value, for key: Key); var count: Int { get } }
struct LRU<Key: Hashable, Value>: Cache {
  private var store: [Key: Value] = [:], order: [Key] = []
  let capacity: Int
  init(capacity: Int) { precondition(capacity > 0); self.capacity = capacity }
  var count: Int { store.count }
  private mutating func touch(_ k: Key) { if let i = order.firstIndex(of: k) { order.remove(at: i) }; order.append(k) }
  mutating func value(for key: Key) -> Value? { guard let v = store[key] else { return nil }; touch(key); return v }
  mutating func insert(_ value: Value, for key: Key) {
    if store[key] == nil, store.count == capacity { store[order.removeFirst()] = nil }
    store[key] = value; touch(key)
  }
  subscript(key: Key) -> Value? { mutating get { value(for: key) } set { if let v = newValue { insert(v, for: key) } else { store[key] = nil; order.removeAll { $0 == key } } } }
  var keys: some Sequence<Key> { order.reversed() }
}
var c = LRU<String, Int>(capacity: 2)
c["a"] = 1; c["b"] = 2; _ = c["a"]; c["c"] = 3
print(c["b"] as Any, c["a"] ?? -1, c.count, Array(c.keys))
c["a"] = nil; print(c.count, c.keys.map { $0 })
func fill<C: Cache>(_ cache: inout C, with pairs: [(C.Key, C.Value)]) -> Int { for (k, v) in pairs { cache.insert(v, for: k) }; return cache.count }
var d = LRU<Int, String>(capacity: 3)
print(fill(&d, with: [(1, "x"), (2, "y"), (3, "z"), (4, "w")]), d.value(for: 1) as Any, d.value(for: 4)!)
func memoize<A: Hashable, R>(_ f: @escaping ((A) -> R, A) -> R) -> (A) -> R {
  var memo: [A: R] = [:]
  func g(_ a: A) -> R { if let r = memo[a] { return r }; let r = f(g, a); memo[a] = r; return r }
  return g
}
let fib = memoize { (self: (Int) -> Int, n: Int) in n < 2 ? n : self(n - 1) + self(n - 2) }
print(fib(50), (0..<10).map(fib))
