print(Double.infinity, -Double.infinity, Double.nan)
print(Double.pi)
print(Double.ulpOfOne)
let values: [Double] = [.infinity, .nan, -.infinity]
print(values)
