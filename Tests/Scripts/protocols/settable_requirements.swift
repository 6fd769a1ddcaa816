protocol Named { var name: String { get set }; mutating func rename(to: String) }
extension Named { mutating func rename(to new: String) { name = new } }
struct Dog: Named { var name: String }
final class Cat: Named { var name = "Tom" }
var dog = Dog(name: "Rex")
dog.rename(to: "Max")
var cat = Cat()
cat.rename(to: "Kit")
var any: any Named = dog
any.rename(to: "Copy")
print(dog.name, cat.name, any.name)
