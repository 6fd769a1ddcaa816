print((7.5).truncatingRemainder(dividingBy: 2))
print((-7.5).truncatingRemainder(dividingBy: 2))
print((9.0).squareRoot())
print((2.0).squareRoot())
