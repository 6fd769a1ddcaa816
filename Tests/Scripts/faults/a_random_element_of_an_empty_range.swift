var n = 3
n -= 3
print("choosing from", n)
print(Int.random(in: 0..<n))
// fault: Can't get random value with an empty range
