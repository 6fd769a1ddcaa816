protocol Speaker { func speak() -> String }
struct Cat: Speaker { func speak() -> String { "meow" } }
struct Dog: Speaker { func speak() -> String { "woof" } }
func twice(_ s: some Speaker) -> String { s.speak() + s.speak() }
func all(_ s: [any Speaker]) -> String { s.map { $0.speak() }.joined(separator: " ") }
func make() -> some Speaker { Dog() }
print(twice(Cat()), all([Cat(), Dog()]), make().speak())
