func kind(_ s: String) -> String { "string" }
func kind(_ c: Character) -> String { "character" }
print(kind("a"))
struct Box {
  @_disfavoredOverload
  func put(_ x: Int) -> String { "Int" }
  func put(_ x: Double) -> String { "Double" }
}
print(Box().put(1), Box().put(1.5))
print("a b c".split(separator: " "), "a, b".split(separator: ", "), "abc".contains("b"))
let parts = "k=v".split(separator: "=").map(String.init)
print(parts)
