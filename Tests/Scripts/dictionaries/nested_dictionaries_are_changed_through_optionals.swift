var grid: [String: [String: Int]] = ["a": ["x": 1]]
grid["a"]?["y"] = 2
grid["b", default: [:]]["z"] = 3
grid["nothing"]?["x"] = 9
print(grid["a"]?["x"] as Any, grid["a"]?["y"] as Any)
print(grid["b"]!["z"]!, grid["nothing"] as Any, grid.count)
grid["a"]!["x"]! += 10
print(grid["a"]!["x"]!)
