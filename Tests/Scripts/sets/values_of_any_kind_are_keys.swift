struct Store {
  var values: [AnyHashable: Any] = [:]
  subscript(key: AnyHashable) -> Any? { get { values[key] } set { values[key] = newValue } }
}
var store = Store()
store["a"] = 0
store[3] = "three"
print(store["a"]! as! Int, store[3]! as! String, store[4] == nil)
let keys: Set<AnyHashable> = [1, "x", 2.5, true]
print(keys.count, keys.contains("x"), keys.contains(AnyHashable(1)))
let key: AnyHashable = "text"
print(key, key as? String ?? "-", key as? Int ?? 0, key == AnyHashable("text"))
