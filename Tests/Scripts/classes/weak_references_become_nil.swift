class Owner { var pet: Pet?; let name = "Ann" }
class Pet { weak var owner: Owner? }
var owner: Owner? = Owner()
let pet = Pet()
pet.owner = owner
owner!.pet = pet
print(pet.owner?.name ?? "nobody")
owner = nil
print(pet.owner?.name ?? "nobody")
