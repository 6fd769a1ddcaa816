struct Wheel { var pressure: Double }
struct Car { var wheels: [Wheel]; var name: String }
struct Garage { var cars: [String: Car] = [:] }
var garage = Garage()
garage.cars["a"] = Car(wheels: [Wheel(pressure: 2), Wheel(pressure: 2)], name: "Mini")
garage.cars["a"]?.wheels[1].pressure += 0.5
let copy = garage
garage.cars["a"]!.name = "Maxi"
print(garage.cars["a"]!.name, garage.cars["a"]!.wheels.map(\.pressure))
print(copy.cars["a"]!.name)
