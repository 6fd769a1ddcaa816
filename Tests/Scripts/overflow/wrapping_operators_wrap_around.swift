let top = Int.max
print(top &+ 1)
print(Int.min &- 1)
print(top &* 2)
let byte: UInt8 = 250
print(byte &+ 10)
print(UInt8(3) &- 5)
print(Int8(127) &+ 1)
