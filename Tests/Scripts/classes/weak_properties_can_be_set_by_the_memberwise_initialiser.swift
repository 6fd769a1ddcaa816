final class Owner {
  let name: String
  init(_ name: String) { self.name = name }
}
struct Pet {
  weak var owner: Owner?
  var age = 1
}
struct Collar { unowned let owner: Owner }
var shared: Owner? = Owner("Ben")
struct Guest { weak var host: Owner? = shared }
final class Room {
  weak var host: Owner? = shared
  var number = 2
}
func run() {
  var owner: Owner? = Owner("Ann")
  let pet = Pet(owner: owner, age: 3)
  let collar = Collar(owner: owner!)
  print(pet.owner?.name ?? "nobody", pet.age, collar.owner.name)
  owner = nil
  print(pet.owner?.name ?? "nobody")
}
run()
let guest = Guest()
let room = Room()
print(guest.host?.name ?? "nobody", room.host?.name ?? "nobody", Pet().owner?.name ?? "nobody")
shared = nil
print(guest.host?.name ?? "nobody", room.host?.name ?? "nobody")
