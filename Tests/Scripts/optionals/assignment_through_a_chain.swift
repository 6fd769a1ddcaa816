struct Engine { var power: Int }
struct Car { var engine: Engine? }
var car: Car? = Car(engine: Engine(power: 90))
car?.engine?.power += 10
print(car!.engine!.power)
car?.engine = nil
car?.engine?.power = 5
print(car!.engine == nil)
var none: Car? = nil
none?.engine = Engine(power: 1)
print(none == nil)
print((car?.engine = Engine(power: 3)) != nil, (none?.engine = nil) != nil)
