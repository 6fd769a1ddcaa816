func sound(_ animal: String) -> String {
  switch animal.lowercased() {
  case "cat": return "meow"
  case "dog", "wolf": return "woof"
  case let other where other.hasPrefix("b"): return "buzz?"
  default: return "..."
  }
}
for animal in ["Cat", "wolf", "bee", "fish"] { print(sound(animal)) }
let c: Character = "+"
switch c {
case "+", "-": print("additive")
default: print("other")
}
