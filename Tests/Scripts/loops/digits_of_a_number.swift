func digitSum(_ n: Int) -> Int {
  var n = n, sum = 0
  while n > 0 {
    sum += n % 10
    n /= 10
  }
  return sum
}
print(digitSum(98765), digitSum(0), String(98765).compactMap(\.wholeNumberValue).reduce(0, +))
