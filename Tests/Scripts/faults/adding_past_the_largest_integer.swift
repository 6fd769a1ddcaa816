var n = Int.max - 1
n += 1
print(n)
n += 1
// fault: arithmetic operation '9223372036854775807 + 1' (on type 'Int') results in an overflow
