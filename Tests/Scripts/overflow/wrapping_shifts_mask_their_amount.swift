print(1 &<< 3, 1 &<< 64, 1 &<< 65)
print(UInt8(1) &<< 9)
print(1 << 64, 1 << 100, -1 >> 100)
print(UInt8(200) << 1)
