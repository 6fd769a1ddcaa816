print(0.1 + 0.2)
print(0.1 + 0.2 == 0.3)
print(1.0 / 0.0, -1.0 / 0.0)
let nan = Double.nan
print(nan == nan, nan.isNaN, (0.0 / 0.0).isNaN)
print(0.0 == -0.0)
