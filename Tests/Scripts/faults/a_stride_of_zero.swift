var step = 2
step -= 2
print("stepping by", step)
for i in stride(from: 0, to: 10, by: step) { print(i) }
// fault: Stride size must not be zero
