func power(_ base: Int, _ exponent: Int) -> Int {
  var result = 1
  var base = base
  var exponent = exponent
  while exponent > 0 {
    if exponent & 1 == 1 { result *= base }
    exponent >>= 1
    if exponent > 0 { base *= base }
  }
  return result
}
print(power(2, 62), power(3, 20), power(10, 0), power(-2, 63))
