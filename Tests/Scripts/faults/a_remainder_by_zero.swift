var divisor = 2
while divisor >= 0 {
  print(7 % divisor)
// fault: Division by zero in remainder operation
  divisor -= 1
}
