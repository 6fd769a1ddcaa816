struct Missing: Error { let name: String }
func load(_ name: String) throws -> Int {
  guard name == "a" else { throw Missing(name: name) }
  return 1
}
print(try! load("a"))
print(try! load("b"))
// fault: 'try!' expression unexpectedly raised an error: main.Missing(name: "b")
