import Foundation
print(exp(1.0), exp(0.0), log(10.0), log2(8.0), log10(1000.0))
print(log(exp(2.0)), exp2(5.0), log1p(0.0), log(0.0))
