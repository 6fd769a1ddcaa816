let big = 300
print(UInt8(truncatingIfNeeded: big))
print(Int8(truncatingIfNeeded: 200))
print(UInt8(clamping: big), UInt8(clamping: -5))
print(UInt8(exactly: 255) as Any, UInt8(exactly: 256) as Any)
print(Int16(-5) < Int16(3), Int(UInt8(7)) + 1)
