let hash: UInt32 = 0xDEAD_BEEF
print(hash ^ (1 << 3), (hash >> 1) | (1 << 31), hash & ~(1 << 0))
let x: UInt64 = 258
print(x == (1 << 8) + 2, x << 1 == 516, (1 << 8) + 2 == x, x != 1 << 4)
let small: Int8 = 5
print(small * (2 + 3), (2 + 3) * small, -(1 + 2) + small)
let half: Double = 0.5
print(half * (1 + 2), (1 + 2) * half, half < (1 + 1), 2 * (3 - 1) / half)
let shift = 4
let mask: UInt16 = 0b1111_0000
print(mask & (1 << shift) != 0, mask | (1 << (shift - 1)))
var sum: UInt8 = 1
sum |= 1 << 2
sum ^= (1 << 7) + 1
print(sum)
