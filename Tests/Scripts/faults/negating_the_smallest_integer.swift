var n = Int8.min
n += 0
print(n)
print(-n)
// fault: arithmetic operation '0 - -128' (on type 'Int8') results in an overflow
