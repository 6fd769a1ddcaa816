protocol Greeter { func greet() -> String; var name: String { get } }
extension Greeter {
  func greet() -> String { "default" }
  var name: String { "nobody" }
}
class Base: Greeter {}
class Derived: Base {
  func greet() -> String { "derived" }
  var name: String { "derived" }
}
class Polite: Greeter { func greet() -> String { "good day" } }
class Rude: Polite { override func greet() -> String { "hm" } }
let all: [any Greeter] = [Base(), Derived(), Polite(), Rude()]
for greeter in all { print(greeter.greet(), greeter.name) }
print(Derived().greet(), Derived().name)
