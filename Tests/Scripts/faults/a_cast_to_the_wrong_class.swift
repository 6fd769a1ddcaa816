class Animal {}
class Dog: Animal { let name = "Rex" }
class Cat: Animal {}
let pets: [Animal] = [Dog(), Cat()]
print((pets[0] as! Dog).name)
print((pets[1] as! Dog).name)
// fault: Could not cast value of type 'main.Cat' to 'main.Dog'.
