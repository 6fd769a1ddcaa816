var level: Int8 = 100
level += 20
print(level, type(of: level))
let mask: UInt16 = 0xF0F0
print(~mask, mask >> 4, type(of: mask & 0xFF))
let xs: [UInt8] = [1, 2, 3]
print(xs.reduce(0, +), type(of: xs[0]))
