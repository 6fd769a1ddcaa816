let x = 5
print(-x, -(-x), +x)
print(3 - -2)
print(-2 * -3)
let y = -x * 2
print(y)
