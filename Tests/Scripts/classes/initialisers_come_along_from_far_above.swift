// Initialisers come along from all classes above whose designated ones a class has.
class Vehicle {
  let name: String
  required init(name: String) { self.name = name }
  convenience init() { self.init(name: "unnamed") }
  convenience init(_ n: Int) { self.init(name: "n\(n)") }
}
class Car: Vehicle { var gear = 1; required init(name: String) { super.init(name: name + "!"); gear = 2 } }
final class Truck: Car {
  var load: Int
  init(load: Int) { self.load = load; super.init(name: "truck") }
  required init(name: String) { load = -1; super.init(name: name) }
}
class Plain: Car {}
final class Own: Plain { convenience init() { self.init(name: "own") } }
print(Truck().load, Truck(3).name, Truck(load: 4).name, Car(5).gear, Plain(6).name, Own().name, Own(name: "z").name)
