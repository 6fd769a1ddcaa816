class Animal {
  class var kind: String { "animal" }
  class func sound(times: Int) -> String { String(repeating: "?", count: times) }
  let name: String
  init(name: String) { self.name = name }
  func introduction() -> String { "\(name) the \(Self.kind) says \(Self.sound(times: 2))" }
  final var label: String { "\(Self.kind):\(type(of: self).kind)" }
}
class Dog: Animal {
  override class var kind: String { "dog" }
  override class func sound(times: Int) -> String { String(repeating: "wuff", count: times) }
}
final class Puppy: Dog {
  override class var kind: String { "young " + super.kind }
  static let favourite = "ball"
  func play() -> String { Self.favourite + " " + Self.sound(times: 1) }
}
for animal in [Animal(name: "Ann"), Dog(name: "Dan"), Puppy(name: "Pit")] {
  print(animal.introduction(), animal.label)
  if let puppy = animal as? Puppy { print(puppy.play()) }
}
