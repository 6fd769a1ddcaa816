var total = 10
total += 5
print(total)
total -= 3
print(total)
total *= 4
print(total)
total /= 5
print(total)
total %= 4
print(total)
var half = 1.0
half /= 4
print(half)
