let comfortable = 18.5...24.0
print(comfortable.contains(20), comfortable.contains(24.01))
print(comfortable.lowerBound, comfortable.upperBound)
print((0.0..<0.5).overlaps(0.4..<0.9))
