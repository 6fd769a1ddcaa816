class Base {
  var value: Int { 1 }
  var stored = 10
}
class Derived: Base {
  override var value: Int { super.value + 100 }
  override var stored: Int {
    didSet { print("changed from", oldValue, "to", stored) }
  }
}
let d = Derived()
d.stored += 5
print(d.value, d.stored)
let base: Base = d
base.stored = 0
