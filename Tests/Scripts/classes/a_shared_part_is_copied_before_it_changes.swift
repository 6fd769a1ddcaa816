final class Storage { var n = 1 }
struct Value {
  var storage = Storage()
  mutating func increment() {
    if !isKnownUniquelyReferenced(&storage) {
      let copy = Storage()
      copy.n = storage.n
      storage = copy
    }
    storage.n += 1
  }
}
var a = Value()
var b = a
b.increment()
print(a.storage.n, b.storage.n)
