func factorial(_ n: Int) -> Int {
  var result = 1
  for i in 1...n {
    result *= i
// fault: arithmetic operation '2432902008176640000 * 21' (on type 'Int') results in an overflow
  }
  return result
}
print(factorial(20))
print(factorial(21))
