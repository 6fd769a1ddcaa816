class Owner { let name = "Ann" }
class Pet {
  unowned let owner: Owner
  init(_ owner: Owner) { self.owner = owner }
}
var owner: Owner? = Owner()
let pet = Pet(owner!)
print(pet.owner.name)
owner = nil
print(pet.owner.name)
// fault: Attempted to read an unowned reference but the object was already destroyed
