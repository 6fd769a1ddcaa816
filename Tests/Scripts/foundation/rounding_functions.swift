import Foundation
print(floor(2.7), ceil(2.1), round(2.5), trunc(-2.7), floor(-2.1))
print(fabs(-3.5), fmod(7.5, 2.0), fmax(1.0, 2.0), fmin(1.0, 2.0))
