class Animal: CustomStringConvertible {
  let name: String
  init(_ name: String) { self.name = name }
  var description: String { "<\(name)>" }
}
class Loud: Animal { override var description: String { super.description.uppercased() } }
enum Dir: CustomStringConvertible { case up, down; var description: String { self == .up ? "^" : "v" } }
print(Animal("cat"), Loud("dog"), [Dir.up, .down], Dir.up)
