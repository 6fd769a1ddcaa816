var colours = ["red", "green", "blue"]
print(colours[0], colours[colours.count - 1])
colours[1] = "yellow"
print(colours)
colours[0] += "dish"
print(colours[0], colours.count, colours.isEmpty)
print(colours.first ?? "none", colours.last ?? "none")
let empty: [Int] = []
print(empty.first as Any)
