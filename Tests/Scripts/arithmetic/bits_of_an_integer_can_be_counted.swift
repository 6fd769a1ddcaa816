print(255.nonzeroBitCount, 8.trailingZeroBitCount, 1.leadingZeroBitCount)
print(Int.bitWidth, UInt8.bitWidth)
print(Int8(5).leadingZeroBitCount)
