let capitals = ["France": "Paris", "Japan": "Tokyo", "Peru": "Lima"]
var countries: [String: String] = [:]
for (country, capital) in capitals { countries[capital] = country }
print(countries["Tokyo"]!, countries["Lima"]!)
let lengths = Dictionary(grouping: capitals.keys.sorted(), by: { $0.count })
print(lengths.keys.sorted(), lengths[6] ?? [])
