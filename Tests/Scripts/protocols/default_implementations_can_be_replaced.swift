protocol Greeter { var name: String { get }; func greet() -> String }
extension Greeter {
  func greet() -> String { "Hello, \(name)" }
  func shout() -> String { greet().uppercased() }
}
struct Plain: Greeter { let name: String }
struct Fancy: Greeter { let name: String; func greet() -> String { "Good evening, \(name)" } }
print(Plain(name: "Al").greet(), Fancy(name: "Bo").greet(), Fancy(name: "Bo").shout())
let g: any Greeter = Fancy(name: "Cy")
print(g.greet())
