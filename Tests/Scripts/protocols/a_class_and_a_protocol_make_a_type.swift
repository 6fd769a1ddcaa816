protocol Named { var name: String { get } }
protocol Loud { func shout() -> String }
class Place { var latitude = 1.5; func move() { latitude += 1 } }
class City: Place, Named, Loud {
  let name = "Rome"
  func shout() -> String { name.uppercased() }
}
func visit(_ place: Place & Named) { place.move(); print(place.name, place.latitude) }
visit(City())
typealias LoudPlace = Place & Loud & Named
let here: LoudPlace = City()
visit(here)
let plain: Place = here
print(plain.latitude, here.shout(), (plain as? Named & Place)?.name ?? "-")
var list: [any Place & Named] = [City(), City()]
list[0].latitude = 9
print(list.map { $0.latitude })
