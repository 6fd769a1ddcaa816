var n: UInt = 1
n -= 1
print(n)
n -= 1
// fault: arithmetic operation '0 - 1' (on type 'UInt') results in an overflow
