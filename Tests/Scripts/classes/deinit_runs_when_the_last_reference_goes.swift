class Resource {
  let name: String
  init(_ name: String) { self.name = name; print("open", name) }
  deinit { print("close", name) }
}
var r: Resource? = Resource("a")
var other = r
r = nil
print("still open")
other = nil
print("done")
