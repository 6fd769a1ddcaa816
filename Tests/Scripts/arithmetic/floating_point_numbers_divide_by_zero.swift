let zero = 0.0
print(1.0 / 0, -1.0 / 0, (0.0 / 0).isNaN)
print(1 / zero, 2.5 / 0)
let x: Double = 1 / 0
let y: Float = 3 / 0
print(x, y, [1.0 / 0])
func half(_ value: Double) -> Double { value / 0 }
print(half(1), Float(2) / 0)
