let mixed: [Any] = [1, "two", 3.5, true, [4]]
for item in mixed {
  switch item {
  case let n as Int: print("int", n)
  case let s as String: print("string", s)
  case let d as Double: print("double", d)
  case let b as Bool: print("bool", b)
  default: print("other", item)
  }
}
