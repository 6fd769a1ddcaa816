print(Int(3.99), Int(-3.99), Int(0.5))
print(Double(7) / 2)
print(Int(Double(10) * 0.75))
print(Int("42") ?? 0, Int("4x2") ?? -1, Int("-7") ?? 0)
