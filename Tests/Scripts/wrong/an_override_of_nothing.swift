class Animal {}
class Dog: Animal { override func sound() -> String { "woof" } }
//                                ^ error: method does not override any method from its superclass
print(Dog().sound())
