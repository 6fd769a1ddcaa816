var n = 1
n -= 2
print(n)
print(UInt(n))
// fault: Negative value is not representable
