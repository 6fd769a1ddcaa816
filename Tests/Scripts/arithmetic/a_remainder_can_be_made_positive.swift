func modulo(_ a: Int, _ n: Int) -> Int {
  let r = a % n
  return r < 0 ? r + n : r
}
for a in [-7, -1, 0, 1, 7] {
  print(a, modulo(a, 5))
}
