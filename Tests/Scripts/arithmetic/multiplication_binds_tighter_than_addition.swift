print(2 + 3 * 4)
print((2 + 3) * 4)
print(20 - 6 / 2 - 1)
print(2 * 3 % 4)
print(-3 + 5)
let sum = 3 + 5
print(-sum, -sum + 1)
