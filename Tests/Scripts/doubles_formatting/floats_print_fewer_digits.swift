let third: Float = 1.0 / 3.0
print(third)
print(Float(0.1) + Float(0.2))
print(Double(Float(0.1)))
print(Float(16777217), Float(1e10))
print(Float.pi)
