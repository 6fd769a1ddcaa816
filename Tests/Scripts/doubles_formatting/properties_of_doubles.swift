let x = -6.25
print(x.magnitude, x.sign, x.isZero, x.isFinite)
print(x.exponent, x.significand)
print((1.0).nextUp, (1.0).ulp)
print(Double.minimum(2, 3), Double.maximum(2, 3))
print((2.0).isLess(than: 3), (8.0).addingProduct(2, 3))
