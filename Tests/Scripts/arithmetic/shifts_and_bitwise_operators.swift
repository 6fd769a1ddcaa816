print(1 << 10, 1024 >> 3, -16 >> 2)
print(0b1100 & 0b1010, 0b1100 | 0b1010, 0b1100 ^ 0b1010)
print(~0, ~5)
var flags = 0
flags |= 1 << 2
flags |= 1 << 5
print(flags, flags & (1 << 2) != 0, flags & (1 << 3) != 0)
flags &= ~(1 << 2)
flags ^= 3
print(flags)
