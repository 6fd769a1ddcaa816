struct Position: Hashable { var x: Int, y: Int }
enum Kind { case wall, door }
var map: [Position: Kind] = [Position(x: 0, y: 0): .wall]
map[Position(x: 1, y: 0)] = .door
print(map[Position(x: 1, y: 0)]!, map[Position(x: 5, y: 5)] == nil)
let names: [Kind: String] = [.wall: "#", .door: "+"]
print(names[.door]!, map.values.filter { $0 == .wall }.count)
