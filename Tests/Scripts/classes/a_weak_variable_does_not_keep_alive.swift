class Base {}
class Thing: Base { deinit { print("bye") } }
func assigned() {
  weak var w: Base?
  var thing: Base = Thing()
  w = thing
  print(w != nil)
  thing = Base()
  print(w == nil)
}
assigned()
class Owner {
  let name: String
  init(name: String) { self.name = name }
  lazy var say: () -> String = { [unowned self] in self.name }
  deinit { print("owner gone") }
}
var owner: Owner? = Owner(name: "x")
print(owner!.say())
owner = nil
print("after")
