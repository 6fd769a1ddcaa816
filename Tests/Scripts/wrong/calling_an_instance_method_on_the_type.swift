struct Dog { func bark(_ n: Int) -> String { "woof" } }
let s: String = Dog.bark(2)
//              ^ error: instance member 'bark' cannot be used on type 'Dog'; did you mean to use a value of this type instead?
print(s)
