print(1.0, -2.0, 100.0, 0.0, -0.0)
print([1.0, 2.0])
print("\(3.0)")
print(Double(7))
