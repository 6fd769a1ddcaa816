var n = Int.min
var d = -1
d *= 1
print(n, d)
print(n / d)
// fault: Division results in an overflow
