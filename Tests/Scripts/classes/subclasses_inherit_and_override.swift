class Animal {
  var name: String
  init(name: String) { self.name = name }
  func sound() -> String { "..." }
  func speak() -> String { "\(name) says \(sound())" }
}
class Dog: Animal { override func sound() -> String { "woof" } }
class Puppy: Dog { override func sound() -> String { super.sound() + "!" } }
class Fish: Animal {}
for animal in [Dog(name: "Rex"), Puppy(name: "Bit"), Fish(name: "Nemo")] as [Animal] {
  print(animal.speak())
}
