let x = 1e30
print(x)
print(Int(x))
// fault: Double value cannot be converted to Int because the result would be greater than Int.max
