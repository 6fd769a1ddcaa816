let primes = [
  2,
  3,
  5,
]
let ages = [
  "ann": 31,
  "bob": 27,
]
print(primes, ages.count)
