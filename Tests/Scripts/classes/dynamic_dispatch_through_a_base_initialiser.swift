class Base {
  init() { print("base sees", name()) }
  func name() -> String { "base" }
}
class Derived: Base {
  var word = "derived"
  override func name() -> String { word }
}
_ = Derived()
