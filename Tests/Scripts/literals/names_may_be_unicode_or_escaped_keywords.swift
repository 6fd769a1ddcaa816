let π = 3.14159
let größe = 12
let `class` = "first"
let 名前 = "Aiko"
print(π, größe, `class`, 名前)
func `repeat`(_ s: String) -> String { s + s }
print(`repeat`("ha"))
