func size() -> Int {
  return
//^ error: non-void function should return a value
}
print(size())
