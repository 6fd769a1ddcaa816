import Foundation
print(sin(0.0), cos(0.0), tan(0.0))
print(sin(Double.pi / 2), cos(Double.pi), atan2(1.0, 1.0))
print(asin(1.0), acos(1.0), atan(1.0) * 4, sinh(0.0), tanh(0.5))
print((sin(Double.pi / 6) * 1000).rounded() / 1000)
