protocol P { func required() -> String }
extension P {
  func required() -> String { "default required" }
  func extra() -> String { "default extra" }
}
struct S: P {
  func required() -> String { "own required" }
  func extra() -> String { "own extra" }
}
let s = S()
let p: P = s
print(s.required(), s.extra())
print(p.required(), p.extra())
