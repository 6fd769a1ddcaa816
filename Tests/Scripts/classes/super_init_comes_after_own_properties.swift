class Vehicle {
  let wheels: Int
  init(wheels: Int) { self.wheels = wheels; print("vehicle with", wheels) }
  var description: String { "\(wheels) wheels" }
}
class Bike: Vehicle {
  let gears: Int
  init(gears: Int) {
    self.gears = gears
    super.init(wheels: 2)
    print("bike ready")
  }
  override var description: String { super.description + ", \(gears) gears" }
}
print(Bike(gears: 21).description)
