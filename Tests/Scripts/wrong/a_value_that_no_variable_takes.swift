func f() -> Int {
  let x = 1
  x = x + 1
//^ error: cannot assign to value: 'x' is a 'let' constant
  return x
}
print(f())
