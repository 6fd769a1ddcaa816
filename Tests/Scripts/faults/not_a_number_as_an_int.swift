var zero = 0.0
zero *= 2
let ratio = zero / zero
print(ratio)
print(Int(ratio))
// fault: Double value cannot be converted to Int because it is either infinite or NaN
