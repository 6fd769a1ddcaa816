var text = ""
print("first", 1, to: &text)
print("second", terminator: ";", to: &text)
print(text)
struct Upper: TextOutputStream {
  var out = ""
  mutating func write(_ s: String) { out += s.uppercased() }
}
var upper = Upper()
print("quiet", 2.5, to: &upper)
print(upper.out, terminator: "")
