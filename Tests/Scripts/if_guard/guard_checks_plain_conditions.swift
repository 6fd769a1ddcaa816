func divide(_ a: Int, by b: Int) -> Int? {
  guard b != 0 else { return nil }
  return a / b
}
print(divide(9, by: 3) as Any, divide(1, by: 0) as Any)
func greet(_ names: [String]) {
  guard let first = names.first, names.count < 3 else {
    print("nobody or a crowd")
    return
  }
  print("Hi", first)
}
greet([]); greet(["Al"]); greet(["a", "b", "c"])
