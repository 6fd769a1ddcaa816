let x: Double = 4
let ys: [Double] = [1, 2.5, 3]
func half(_ value: Double) -> Double { value / 2 }
print(x)
print(ys)
print(half(5))
print(2 * 3.5)
