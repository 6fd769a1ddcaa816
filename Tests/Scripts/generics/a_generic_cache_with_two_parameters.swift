struct Cache<Key: Hashable, Value> {
  private var store: [Key: Value] = [:]
  private(set) var misses = 0
  mutating func value(for key: Key, make: (Key) -> Value) -> Value {
    if let known = store[key] { return known }
    misses += 1
    let made = make(key)
    store[key] = made
    return made
  }
}
var cache = Cache<Int, String>()
for n in [1, 2, 1, 1, 2] { print(cache.value(for: n) { "v\($0)" }, terminator: " ") }
print(cache.misses)
