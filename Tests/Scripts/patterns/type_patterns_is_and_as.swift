let things: [Any] = [1, 2.5, "three", [4]]
for thing in things {
  switch thing {
  case is Int: print("an Int")
  case let text as String where text.count > 3: print("long text", text)
  case is Double, is Float: print("floating")
  default: print("something else")
  }
}
