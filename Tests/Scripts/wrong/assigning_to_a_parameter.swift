func half(_ n: Int) -> Int {
  n = n / 2
//^ error: cannot assign to value: 'n' is a 'let' constant
  return n
}
print(half(4))
