func greet(_ name: String, with greeting: String = "Hello", loudly: Bool = false) -> String {
  let text = "\(greeting), \(name)"
  return loudly ? text.uppercased() + "!" : text
}
print(greet("Ann"))
print(greet("Bob", with: "Hi"))
print(greet("Cid", loudly: true))
print(greet("Dee", with: "Hey", loudly: true))
