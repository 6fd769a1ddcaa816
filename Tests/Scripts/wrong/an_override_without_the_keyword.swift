class Animal { func sound() -> String { "..." } }
class Dog: Animal { func sound() -> String { "woof" } }
//                       ^ error: overriding declaration requires an 'override' keyword
print(Dog().sound())
