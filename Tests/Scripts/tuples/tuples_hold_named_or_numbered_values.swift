let point = (3, 4)
print(point.0, point.1, point)
let person = (name: "Ann", age: 31)
print(person.name, person.1, person)
var pair = (1, "one")
pair.0 = 2
pair.1 += "!"
print(pair)
