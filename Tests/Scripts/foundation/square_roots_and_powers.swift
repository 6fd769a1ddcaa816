import Foundation
print(sqrt(16.0), sqrt(2.0), pow(2.0, 10.0), pow(2.0, 0.5), cbrt(27.0))
print(hypot(3.0, 4.0), sqrt(-1.0).isNaN)
let side = 3
print(sqrt(Double(side)))
